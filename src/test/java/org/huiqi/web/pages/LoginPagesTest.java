package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.huiqi.web.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginPagesTest extends InBrowser {
    @RegisterExtension
    static final Bureau BUREAU = new Bureau();

    private void login(String password) {
        Bureau.login(page, password);
    }

    @Test
    void whoHasNotLoggedInIsLedToTheLoginAndFromThereBack() {
        page.navigate(BUREAU.url("/account?changed=1"));
        assertThat(page).hasURL(BUREAU.url("/login?to=%2Faccount%3Fchanged%3D1"));
        login(Office.PASSWORD);
        assertThat(page).hasURL(BUREAU.url("/account?changed=1"));
        assertThat(page.locator(".badge-bar")).containsText(Office.NAME);
        button("退出").click();
        assertThat(page).hasURL(BUREAU.url("/"));
        page.navigate(BUREAU.url("/account"));
        headed("登录");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldInPlaceAndNothingElseIsLost() {
        on(DRIVEN.chromium().withoutScripts());
        page.navigate(BUREAU.url("/en/login?to=/en/account"));
        login("wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No such account and password");
        assertThat(labelled("Account")).hasValue(Office.NAME);
        labelled("Password").fill(Office.PASSWORD);
        button("Log in").click();
        assertThat(page).hasURL(BUREAU.url("/en/account"));
    }

    @Test
    void aWrongPresentPasswordIsNoWordAboutTheAccount() {
        BUREAU.loggedIn(page);
        page.navigate(BUREAU.url("/en/account"));
        labelled("Present password").fill("wrong, surely");
        page.locator("#wanted").fill("another 麒麟 at noon");
        button("Change it").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The present password is not right.");
    }

    @Test
    void whatWentWrongIsToldOnAPageThatLeadsBackToWhereItWasMet() {
        BUREAU.loggedIn(page);
        page.navigate(BUREAU.url("/en/screenings/none"));
        headed("There is no such screening or result");
        assertThat(page.locator("main")).not().containsText("filled in");
        assertThat(page.locator("nav a[aria-current=page]")).hasText("Desk");
        page.navigate(BUREAU.url("/en/screenings/none/cancel"));
        assertThat(page.locator(".lead")).hasText("It follows from a step before: begin at Screening.");
        page.navigate(BUREAU.url("/en/a%2fb"));
        headed("The request is not understood");
        page.locator(".trouble a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Home"))
                .click();
        assertThat(page).hasURL(BUREAU.url("/en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"})
    void nobodyIsLedToAnotherSite(String to) {
        page.navigate(BUREAU.url("/login?to=" + to));
        login(Office.PASSWORD);
        assertThat(page).hasURL(BUREAU.url("/screenings"));
    }

    @Test
    void aFormThatThisServerDidNotGiveOutLogsNobodyIn() {
        page.navigate(BUREAU.url("/login"));
        page.context().clearCookies();
        login(Office.PASSWORD);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("页面已过期");
        assertThat(page.context().cookies().stream().map(c -> c.name)).doesNotContain("huiqi_session");
    }

    @Test
    void theLoginAndTheAccountFitAPhone() {
        on(DRIVEN.chromium().phone());
        page.navigate(BUREAU.url("/login?to=/account"));
        assertThat(Driven.overflow(page)).isZero();
        login(Office.PASSWORD);
        assertThat(page.locator(".badge-bar")).isVisible();
        assertThat(Driven.overflow(page)).isZero();
    }
}
