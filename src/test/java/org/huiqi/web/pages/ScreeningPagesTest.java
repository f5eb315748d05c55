package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.screen.table.Sheet;
import org.huiqi.screen.table.Tables;
import org.huiqi.web.Office;
import org.huiqi.web.RealBooks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ScreeningPagesTest extends InBrowser {
    private static final int ROWS = 1_200;
    /** More than is looked through while somebody looks for a button, and nothing that takes long to make up. */
    private static final int MANY = 8_000_000;

    @RegisterExtension
    static final Bureau BUREAU = new Bureau();

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        FirmList.write(RealBooks.book(), folder.resolve("名单.csv"), ROWS, 40);
    }

    @Test
    void aListIsSentFollowedAndItsResultFetched() throws IOException {
        BUREAU.loggedIn(page);
        headed("批量筛查");
        assertThat(page.locator("#sent")).isHidden();
        page.getByLabel("文件").setInputFiles(folder.resolve("名单.csv"));
        button("上传并筛查").click();
        headed("名单.csv");
        assertThat(page.locator("#results")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        assertThat(page.locator("#state")).hasText("已完成");
        assertThat(page.locator("#read")).hasText("1,200");
        Download download = page.waitForDownload(
                () -> page.locator("#results a[href$='/results.csv']").click());
        String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF表,行,统一社会信用代码");
        assertThat(csv.lines()).hasSize(ROWS + 1);
        link("逐家查看").click();
        lookThrough();
        page.navigate(BUREAU.url("/screenings"));
        Locator job = page.locator(".jobs tbody tr").first();
        assertThat(job).containsText("名单.csv");
        assertThat(job).containsText("已完成");
        assertThat(complaints).isEmpty();
    }

    /** Searches, sorts and turns pages, then opens one firm. */
    private void lookThrough() {
        assertThat(page.locator(".count")).hasText("共 " + ROWS + " 家");
        assertThat(page.locator(".jobs tbody tr")).hasCount(50);
        link("下一页").click();
        assertThat(page.locator(".acts .quiet")).hasText("第 2 页");
        String code = page.locator(".jobs tbody code").first().textContent();
        page.getByLabel("名称或代码").fill(code);
        assertThat(page.locator(".count")).hasText("共 1 家");
        page.locator(".jobs tbody a").first().click();
        assertThat(page.locator("main")).containsText(code);
        assertThat(page.locator("main")).containsText("园区");
        assertThat(page.locator("main")).not().containsText("parks");
        assertThat(page.locator("#o-ineligible, #o-incomplete").first()).isVisible();
    }

    @Test
    void aJobGoesOnWithoutAFollowerAndIsCancelledFromItsPage() {
        byte[] list = ("统一社会信用代码,单位名称\n" + "x,\n".repeat(MANY)).getBytes(StandardCharsets.UTF_8);
        String job = BUREAU.send("长名单.csv", list, "");
        BUREAU.loggedIn(page);
        page.navigate(BUREAU.url("/screenings/" + job));
        Driven.eventually(page, "Number(document.getElementById('read').textContent.replaceAll(',', '')) > 0");
        int left = read();
        page.navigate(BUREAU.url("/screenings"));
        page.navigate(BUREAU.url("/screenings/" + job));
        Driven.eventually(page, "Number(document.getElementById('read').textContent.replaceAll(',', '')) > " + left);
        button("取消").click();
        assertThat(page.locator("#state")).hasText("已取消");
        assertThat(button("取消")).hasCount(0);
        assertThat(page.locator("#results")).hasCount(0);
        assertThat(BUREAU.over(job)).isEqualTo("cancelled");
        page.reload();
        int kept = read();
        assertThat(kept).isGreaterThanOrEqualTo(left).isLessThan(MANY);
        page.navigate(BUREAU.url("/screenings"));
        assertThat(page.locator(".jobs tbody tr").first()).containsText("已取消");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFinishedJobTellsWhatItFoundAndWhyRowsWereRejected() throws IOException {
        byte[] list = Files.readAllBytes(Path.of("test-cases/screening/firms.csv"));
        String job = BUREAU.send("申报企业.csv", list, "&asOf=2025-10-08");
        assertThat(BUREAU.over(job)).isEqualTo("done");
        BUREAU.loggedIn(page);
        page.navigate(BUREAU.url("/screenings/" + job));
        assertThat(page.locator("#s-rejected small")).hasText("5");
        Locator wrong = page.locator(".wrongrows tbody tr").filter(new Locator.FilterOptions().setHasText("约4000"));
        assertThat(wrong).containsText("6");
        assertThat(wrong).containsText("不是数字");
        Locator policy = page.locator(".tally tbody tr").filter(new Locator.FilterOptions().setHasText("先进制造业企业"));
        assertThat(policy).containsText("最多卡在“制造业业务销售额占全部销售额的比重超过50%”");
        assertThat(page.locator("#s-doubts")).isVisible();
        assertThat(page.locator(".doubts")).containsText("备注");
        assertThat(page.locator("#results a[href$='/results.criteria.csv']")).isVisible();
        Locator stopped = policy.locator("a.told-ineligible");
        String firms = stopped.textContent();
        stopped.click();
        assertThat(page.locator(".count")).hasText("共 " + firms + " 家");
        assertThat(page.locator(".jobs tbody tr")).hasCount(Integer.parseInt(firms));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theFirmsThatOneConditionKeepsFromAPolicyAreOneClickAway() {
        String list = "统一社会信用代码,企业名称,所在区县,是否制造业企业\n91370303MA0000001M,够格的,张店区,是\n"
                + "91370303MA0000002Q,差一条的,周村区,是\n91370303MA3C0J8W0X,差两条的,周村区,否\n";
        String job = BUREAU.send("区.csv", list.getBytes(StandardCharsets.UTF_8), "&policy=smart-diagnosis");
        assertThat(BUREAU.over(job)).isEqualTo("done");
        BUREAU.loggedIn(page);
        page.navigate(BUREAU.url("/screenings/" + job));
        page.locator(".tally a[href$='outcome=near']").click();
        assertThat(page.locator("#outcome")).hasValue("near");
        assertThat(page.locator(".jobs tbody td.first")).hasText("差一条的");
    }

    @Test
    void aJobIsDeletedOnceThatIsConfirmedAndItsRecordStays() throws IOException {
        byte[] list = Files.readAllBytes(Path.of("test-cases/screening/firms.csv"));
        String job = BUREAU.send("要删的.csv", list, "&asOf=2025-10-08&policy=high-tech-enterprise");
        assertThat(BUREAU.over(job)).isEqualTo("done");
        BUREAU.loggedIn(page);
        page.navigate(BUREAU.url("/screenings/" + job));
        assertThat(button("确认删除")).isHidden();
        page.getByText("删除这个任务").click();
        button("确认删除").click();
        assertThat(page.locator("#deleted")).containsText("由 " + Office.NAME + " 删除");
        assertThat(page.locator("#results")).hasCount(0);
        assertThat(page.locator(".record code").first()).hasText(java.util.regex.Pattern.compile("[0-9a-f]{64}"));
        assertThat(page.navigate(BUREAU.url("/screenings/" + job + "/firms")).status())
                .isEqualTo(404);
        page.navigate(BUREAU.url("/screenings"));
        assertThat(page.locator("main")).not().containsText("要删的.csv");
        link("已删除任务的记录").click();
        assertThat(page.locator(".jobs tbody tr").first()).containsText("要删的.csv");
    }

    @Test
    void onlyTheChosenPoliciesAreAskedForAndScreened() throws IOException {
        BUREAU.loggedIn(page);
        page.getByText("只看部分政策").click();
        page.locator("input[value='high-tech-enterprise']").check();
        Download blank = page.waitForDownload(() -> link("空白名单").click());
        page.getByLabel("文件").setInputFiles(blank.path());
        button("上传并筛查").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不知道");
        Path list = Files.copy(blank.path(), folder.resolve("高企.xlsx"));
        try (Tables tables = Tables.open(list)) {
            assertThat(tables.sheets().stream().map(Sheet::name)).containsExactly("企业", "填写说明", "选项");
        }
        page.getByLabel("文件").setInputFiles(list);
        button("上传并筛查").click();
        headed("高企.xlsx");
        assertThat(page.locator("#results")).isVisible();
        assertThat(page.locator(".record")).containsText("高新技术企业认定");
        assertThat(page.locator("#read")).hasText("0");
    }

    private int read() {
        return Integer.parseInt(page.locator("#read").textContent().replace(",", ""));
    }

    @Test
    void aFileOfAnotherKindIsRefusedInPlace() throws IOException {
        Path other = Files.writeString(folder.resolve("名单.pdf"), "%PDF");
        BUREAU.loggedIn(page);
        page.getByLabel("文件").setInputFiles(other);
        button("上传并筛查").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不知道“名单.pdf”是哪种文件");
    }

    @Test
    void theListOfJobsFitsAPhone() {
        on(DRIVEN.chromium().phone());
        BUREAU.loggedIn(page);
        assertThat(Driven.overflow(page)).isZero();
    }
}
