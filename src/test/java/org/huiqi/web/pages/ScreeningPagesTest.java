package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.Office;
import org.huiqi.web.RealBooks;
import org.huiqi.web.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ScreeningPagesTest {
    private static final int ROWS = 1_200;

    @RegisterExtension
    static final Driven DRIVEN = new Driven();

    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @SuppressWarnings("NullAway.Init")
    private static HuiqiServer server;

    @BeforeAll
    static void open() throws IOException {
        FirmList.write(RealBooks.book(), folder.resolve("名单.csv"), ROWS, 40);
        office = Office.in(folder);
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        server = HuiqiServer.start(
                ServerOptions.on("127.0.0.1", 0), live, new PageSite(policy -> List.of()), office.door());
    }

    @AfterAll
    static void close() {
        server.close();
        office.close();
    }

    private static Page loggedIn(Page page) {
        page.navigate(server.url() + "/screenings");
        page.getByLabel("账号", new Page.GetByLabelOptions().setExact(true)).fill(Office.NAME);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Office.PASSWORD);
        press(page, "登录");
        assertThat(page.locator("h1")).hasText("批量筛查");
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void aListIsSentFollowedAndItsResultFetched() throws IOException {
        Page page = DRIVEN.chromium().desktop();
        List<String> complaints = Driven.complaints(page);
        loggedIn(page);
        assertThat(page.locator("#sent")).isHidden();
        page.getByLabel("文件").setInputFiles(folder.resolve("名单.csv"));
        press(page, "上传并筛查");
        assertThat(page.locator("h1")).hasText("名单.csv");
        assertThat(page.locator("#results")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        assertThat(page.locator("#state")).hasText("已完成");
        assertThat(page.locator("#read")).hasText(String.valueOf(ROWS));
        Download download = page.waitForDownload(
                () -> page.locator("#results a[href$='/results.csv']").click());
        String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF表,行,统一社会信用代码");
        assertThat(csv.lines()).hasSize(ROWS + 1);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("逐家查看"))
                .click();
        lookThrough(page);
        page.navigate(server.url() + "/screenings");
        Locator job = page.locator(".jobs tbody tr").first();
        assertThat(job).containsText("名单.csv");
        assertThat(job).containsText("已完成");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    /** Searches, sorts and turns pages, then opens one firm. */
    private static void lookThrough(Page page) {
        assertThat(page.locator(".count")).hasText("共 " + ROWS + " 家");
        assertThat(page.locator(".jobs tbody tr")).hasCount(50);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下一页"))
                .click();
        assertThat(page.locator(".acts .quiet")).hasText("第 2 页");
        String code = page.locator(".jobs tbody code").first().textContent();
        page.getByLabel("名称或代码").fill(code);
        assertThat(page.locator(".count")).hasText("共 1 家");
        page.locator(".jobs tbody a").first().click();
        assertThat(page.locator("main")).containsText(code);
        assertThat(page.locator("main")).containsText("园区");
        assertThat(page.locator("main")).not().containsText("parks");
        assertThat(page.locator(".told-ineligible, .told-incomplete").first()).isVisible();
    }

    @Test
    void aFileOfAnotherKindIsRefusedInPlace() throws IOException {
        Path other = Files.writeString(folder.resolve("名单.pdf"), "%PDF");
        Page page = loggedIn(DRIVEN.chromium().desktop());
        page.getByLabel("文件").setInputFiles(other);
        press(page, "上传并筛查");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不知道“名单.pdf”是哪种文件");
        page.context().close();
    }

    @Test
    void theListOfJobsFitsAPhone() {
        Page page = loggedIn(DRIVEN.chromium().phone());
        assertThat(Driven.overflow(page)).isZero();
        page.context().close();
    }
}
