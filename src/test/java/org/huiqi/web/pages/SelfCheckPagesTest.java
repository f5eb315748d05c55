package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelfCheckPagesTest extends InBrowser {
    private static final String POISON = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";
    /** The page as it reads, without what is only for the screen. */
    private String reads() {
        return page.locator("main").innerText().replaceAll("\\s+", " ");
    }

    /** Answers whatever is asked: yes where it is yes or no, the first of several, a number, a day. */
    private void answerAll() {
        for (Locator one : page.locator(".one").all()) {
            if (one.locator("input[type=radio]").count() > 0) {
                one.locator("input[type=radio]").first().check();
            } else if (one.locator("input[type=checkbox]").count() > 0) {
                one.locator("input[type=checkbox]").first().check();
            } else if (one.locator("select").count() > 0) {
                one.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            } else if (one.locator("input[type=date]").count() > 0) {
                one.locator("input[type=date]").fill("2020-05-06");
            } else if (one.locator("input[inputmode=decimal]").count() > 0) {
                boolean year = one.locator(".unit", new Locator.LocatorOptions().setHasText("年"))
                                .count()
                        > 0;
                one.locator("input[inputmode=decimal]").fill(year ? "2025" : "20");
            }
        }
    }

    @Test
    void anInterviewLeadsToAResultThatPrintsIsSavedAndComesBackTheSame(@TempDir Path folder) throws IOException {
        page.navigate(DRIVEN.url("/policies/tech-based-sme"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("只查这一项"))
                .click();
        button("开始问答").click();
        for (int i = 0; i < 30 && page.locator(".ask").count() > 0; i++) {
            String before = page.locator("input[name=profile]").first().inputValue()
                    + page.locator("input[name=skipped]").inputValue();
            answerAll();
            button("下一步").click();
            page.waitForCondition(() ->
                    !before.equals(page.locator("input[name=profile]").first().inputValue()
                            + page.locator("input[name=skipped]").inputValue()));
        }
        assertThat(page.locator("h1")).hasText("问完了");
        button("看结果").click();
        assertThat(page.locator("h1")).hasText("自查结果");
        assertThat(page.locator(".tile")).hasCount(1);
        String result = reads();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header.top")).isHidden();
        assertThat(page.pdf(new Page.PdfOptions().setFormat("A4")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        for (String format : List.of("存成文件", "XLSX")) {
            Download download = page.waitForDownload(() -> button(format).click());
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            Page other = DRIVEN.chromium().desktop();
            other.navigate(DRIVEN.url("/check?policy=tech-based-sme"));
            other.getByLabel("JSON、YAML").setInputFiles(file);
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("读入"))
                    .click();
            other.locator(".dock").getByText("看结果").click();
            assertThat(other.locator("#p-tech-based-sme")).isVisible();
            Page back = page;
            page = other;
            assertThat(section("#p-tech-based-sme")).as(format).isEqualTo(section(back, "#p-tech-based-sme"));
            other.context().close();
            page = back;
        }
        assertThat(result).contains("科技型中小企业");
        assertThat(complaints).isEmpty();
    }

    private String section(String selector) {
        return section(page, selector);
    }

    private static String section(Page page, String selector) {
        return page.locator(selector).textContent().replaceAll("\\s+", " ");
    }

    @Test
    void theLedgerIsATableOfTwelveMonthsWithAChart() {
        page.navigate(DRIVEN.url("/check"));
        button("启林继电保护(虚构)".replace("(", "\uff08").replace(")", "\uff09")).click();
        assertThat(page.locator("h1")).hasText("自查结果");
        page.locator("#p-advanced-manufacturing-vat > summary").click();
        assertThat(page.locator("#p-advanced-manufacturing-vat .ledger tbody tr"))
                .hasCount(12);
        assertThat(page.locator("#p-advanced-manufacturing-vat .chart canvas")).isVisible();
        assertThat(page.locator("#p-advanced-manufacturing-vat > summary")).containsText("513,659.50");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theReportIsCleanOnPaper() {
        page.navigate(DRIVEN.url("/check"));
        page.locator("form.sample button").first().click();
        button("打印报告").click();
        assertThat(page.locator(".report h1")).containsText("启林");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header.top")).isHidden();
        assertThat(page.locator("footer.foot")).isHidden();
        assertThat(page.locator("main button:visible")).hasCount(0);
        assertThat(page.locator(".report .demand").first()).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void everythingWorksFromTheKeyboard() {
        page.navigate(DRIVEN.url("/check?policy=small-low-profit"));
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("跳到正文");
        page.keyboard().press("Enter");
        tabTo("开始问答");
        page.keyboard().press("Enter");
        for (int i = 0;
                i < 20 && page.locator(".ask").count() + page.locator(".done").count() == 0;
                i++) {
            page.waitForTimeout(50);
        }
        assertThat(page.locator("h1")).isFocused();
        for (int i = 0; i < 20 && page.locator(".ask").count() > 0; i++) {
            String before = page.locator("input[name=skipped]").inputValue();
            tabTo("下一步");
            page.keyboard().press("Enter");
            page.waitForCondition(
                    () -> !before.equals(page.locator("input[name=skipped]").inputValue()));
        }
        assertThat(page.locator("h1")).hasText("问完了");
        tabTo("看结果");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("自查结果");
        assertThat(page.locator(".tile.incomplete")).isVisible();
    }

    @Test
    void withoutScriptsTheFormStillLeadsToAResult() {
        on(DRIVEN.chromium().withoutScripts());
        page.navigate(DRIVEN.url("/check?policy=sme-classification"));
        button("一次填完").click();
        page.getByLabel("企业全称是什么").fill("甲工贸有限公司");
        page.locator("select[name='a:sizeIndustry']").selectOption("工业");
        Locator headcount = page.locator("[name='a:employeesPeriodEnd']");
        page.locator("details.group", new Page.LocatorOptions().setHas(headcount))
                .locator("summary")
                .click();
        headcount.fill("120");
        page.locator(".dock").getByText("看结果").click();
        assertThat(page.locator("h1")).hasText("自查结果");
        assertThat(page.locator(".lead")).containsText("甲工贸有限公司");
        page.locator("#p-sme-classification > summary").click();
        assertThat(page.locator("#p-sme-classification .demand").first()).isVisible();
        button("继续问答").click();
        assertThat(page.locator(".ask, .done")).isVisible();
        button("改所填内容").click();
        assertThat(page.getByLabel("企业全称是什么")).hasValue("甲工贸有限公司");
    }

    @Test
    void elementsAreAddedAndRemovedWithoutScripts() {
        on(DRIVEN.chromium().withoutScripts());
        page.navigate(DRIVEN.url("/check?policy=first-set-equipment-shandong"));
        button("一次填完").click();
        page.locator("button[name='add:products']").click();
        page.locator("input[name='a:products[0].name']").fill("甲型磁选机");
        page.locator("button[name='add:products']").click();
        assertThat(page.locator("#l-products .element")).hasCount(2);
        assertThat(page.locator("#l-products .element").first()).containsText("甲型磁选机");
        page.locator("button[name='drop:products[1]']").click();
        assertThat(page.locator("#l-products .element")).hasCount(1);
    }

    @Test
    void aWrongValueIsToldBesideItsQuestionAndNothingIsLost() {
        page.navigate(DRIVEN.url("/check"));
        button("一次填完").click();
        page.getByLabel("企业全称是什么").fill("乙厂");
        page.locator("input[name='a:registrationDate']").evaluate("e => e.type = 'text'");
        page.locator("input[name='a:registrationDate']").fill("前年");
        page.locator(".dock").getByText("看结果").click();
        assertThat(page.locator(".wrongs")).isFocused();
        assertThat(page.locator(".wrongs a").first()).containsText("注册成立日期");
        assertThat(page.locator(".q.bad")).containsText("“前年”不是日期");
        assertThat(page.locator("input[name='a:registrationDate']")).hasValue("前年");
        assertThat(page.getByLabel("企业全称是什么")).hasValue("乙厂");
        page.locator(".wrongs a").first().click();
        assertThat(page.locator("input[name='a:registrationDate']")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/check/result", "/check/form", "/check/report", "/check/interview", "/en/check/result"})
    void aHostileValueIsShownAsTextNeverAsMarkup(String path) {
        page.onDialog(d -> complaints.add("dialog"));
        page.navigate(DRIVEN.url("/check"));
        String profile = "{\"name\": %s, \"products\": [{\"name\": %s, \"ipOwner\": %s}]}"
                .replace("%s", "\"" + POISON.replace("\"", "\\\"") + "\"");
        page.evaluate(
                "([path, profile]) => { const f = document.querySelector('form.begin'); f.profile.value = profile; f.action = path; f.submit(); }",
                List.of(path, profile));
        page.waitForURL("**" + path);
        assertThat(page.locator("input[name=profile]").first().inputValue()).contains("onerror=alert(1)");
        assertThat(page.locator("main img, main script:not([src])")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void onAPhoneNothingReachesBeyondTheScreen() {
        on(DRIVEN.chromium().phone());
        for (String path : List.of("/check/interview", "/check/form", "/check/result", "/check/report")) {
            page.navigate(DRIVEN.url("/check"));
            assertThat(Driven.overflow(page)).as("/check").isZero();
            page.evaluate(
                    "to => { const f = document.querySelector('form.sample'); f.action = to; f.submit(); }", path);
            page.waitForURL("**" + path);
            page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })");
            assertThat(Driven.overflow(page)).as(path).isZero();
        }
    }

    @Test
    void theBrowserRemembersUntilItIsToldToForget() {
        page.navigate(DRIVEN.url("/check"));
        assertThat(page.locator("#resume")).isHidden();
        page.locator("form.sample button").first().click();
        assertThat(page.locator("h1")).hasText("自查结果");
        Driven.eventually(page, "localStorage.getItem('huiqi') !== null");
        page.navigate(DRIVEN.url("/check"));
        assertThat(page.locator("#resume")).containsText("启林");
        button("从这台电脑上删去").click();
        page.reload();
        assertThat(page.locator("#resume")).isHidden();
    }

    @Test
    void theOtherLanguageKeepsTheAnswers() {
        page.navigate(DRIVEN.url("/check"));
        page.locator("form.sample button").first().click();
        button("English").click();
        assertThat(page).hasURL(DRIVEN.url("/en/check/result"));
        assertThat(page.locator("h1")).hasText("Self-check result");
        assertThat(page.locator(".lead")).containsText("67 answers");
    }

    @Test
    void aFileThatIsNoProfileGetsAKindPage() {
        page.navigate(DRIVEN.url("/check"));
        page.getByLabel("JSON、YAML")
                .setInputFiles(
                        new FilePayload("x.json", "application/json", "{\"a\": ".getBytes(StandardCharsets.UTF_8)));
        button("读入").click();
        assertThat(page.locator("h1")).containsText("JSON");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("回首页")))
                .isVisible();
        page.navigate(DRIVEN.url("/check"));
        page.getByLabel("JSON、YAML")
                .setInputFiles(new FilePayload("x.xlsx", "application/zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3}));
        button("读入").click();
        assertThat(page.locator(".problems")).containsText("XLSX");
    }

    @Test
    void anUnknownFieldOfAFileIsNamedWithTheNearest() {
        page.navigate(DRIVEN.url("/check"));
        page.getByLabel("JSON、YAML")
                .setInputFiles(new FilePayload(
                        "x.json",
                        "application/json",
                        "{\"registratonDate\": \"2020-01-01\"}".getBytes(StandardCharsets.UTF_8)));
        button("读入").click();
        assertThat(page.locator(".wrongs")).containsText("是不是“registrationDate”");
    }

    @Test
    void theBlankWorkbookHoldsEveryQuestionAndComesBackEmpty(@TempDir Path folder) throws IOException {
        page.navigate(DRIVEN.url("/check"));
        Download download =
                page.waitForDownload(() -> page.getByText("空白 XLSX 表格").click());
        Path file = folder.resolve("blank.xlsx");
        download.saveAs(file);
        assertThat(Files.size(file)).isPositive();
        page.getByLabel("JSON、YAML").setInputFiles(file);
        button("读入").click();
        assertThat(page.locator("input[name=profile]").first()).hasValue("{}");
        assertThat(page).hasURL(Pattern.compile("/check/import"));
    }
}
