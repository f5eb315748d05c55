package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
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

final class LoginPagesTest {
    @RegisterExtension
    static final Driven DRIVEN = new Driven();

    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @SuppressWarnings("NullAway.Init")
    private static HuiqiServer server;

    @BeforeAll
    static void open() throws BindException {
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

    private static void login(Page page, String password) {
        page.getByLabel("账号", new Page.GetByLabelOptions().setExact(true)).fill(Office.NAME);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        press(page, "登录");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void whoHasNotLoggedInIsLedToTheLoginAndFromThereBack() {
        Page page = DRIVEN.chromium().desktop();
        List<String> complaints = Driven.complaints(page);
        page.navigate(server.url() + "/account?changed=1");
        assertThat(page).hasURL(server.url() + "/login?to=%2Faccount%3Fchanged%3D1");
        login(page, Office.PASSWORD);
        assertThat(page).hasURL(server.url() + "/account?changed=1");
        assertThat(page.locator(".badge-bar")).containsText(Office.NAME);
        press(page, "退出");
        assertThat(page).hasURL(server.url() + "/");
        page.navigate(server.url() + "/account");
        assertThat(page.locator("h1")).hasText("登录");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void aWrongPasswordIsToldInPlaceAndNothingElseIsLost() {
        Page page = DRIVEN.chromium().withoutScripts();
        page.navigate(server.url() + "/en/login?to=/en/account");
        page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true)).fill(Office.NAME);
        page.getByLabel("Password").fill("wrong");
        press(page, "Log in");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("no such account and password");
        assertThat(page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(Office.NAME);
        page.getByLabel("Password").fill(Office.PASSWORD);
        press(page, "Log in");
        assertThat(page).hasURL(server.url() + "/en/account");
        page.context().close();
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (String to : List.of("https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)")) {
            Page page = DRIVEN.chromium().desktop();
            page.navigate(server.url() + "/login?to=" + to);
            login(page, Office.PASSWORD);
            assertThat(page).hasURL(server.url() + "/screenings");
            page.context().close();
        }
    }

    @Test
    void aFormThatThisServerDidNotGiveOutLogsNobodyIn() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(server.url() + "/login");
        page.context().clearCookies();
        login(page, Office.PASSWORD);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("页面已过期");
        assertThat(page.context().cookies().stream().map(c -> c.name)).doesNotContain("huiqi_session");
        page.context().close();
    }

    @Test
    void theLoginAndTheAccountFitAPhone() {
        Page page = DRIVEN.chromium().phone();
        page.navigate(server.url() + "/login");
        assertThat(Driven.overflow(page)).isZero();
        login(page, Office.PASSWORD);
        assertThat(page.locator(".badge-bar")).isVisible();
        assertThat(Driven.overflow(page)).isZero();
        page.context().close();
    }
}
