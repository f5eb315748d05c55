package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huiqi.policy.Policy;
import org.huiqi.web.RealBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LibraryPagesTest {
    @RegisterExtension
    static final Driven DRIVEN = new Driven();

    private static final int ALL = RealBooks.book().policies().size();
    private static final List<String> FEW = List.of(
            "/",
            "/policies",
            "/policies/advanced-manufacturing-vat",
            "/policies/advanced-manufacturing-vat/rules",
            "/en",
            "/en/policies/high-tech-enterprise");

    @Test
    void searchingNarrowsTheListWithoutLeavingThePage() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(DRIVEN.url("/policies"));
        page.evaluate("window.stayed = true");
        page.getByLabel("查找").fill("加计抵减");
        assertThat(page.locator(".count")).containsText(Pattern.compile(ALL + " 项中的 \\d+ 项"));
        assertThat(page.locator(".card")).not().hasCount(ALL);
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertThat(page).hasURL(Pattern.compile("q="));
        page.context().close();
    }

    @Test
    void leavingTheSearchBoxDoesNotSearchAgainAndAChoiceDoes() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(DRIVEN.url("/policies"));
        List<String> searches = new ArrayList<>();
        page.onRequest(r -> {
            if (r.url().contains("q=")) {
                searches.add(r.url());
            }
        });
        page.getByLabel("查找").fill("加计抵减");
        assertThat(page.locator(".count")).containsText("项中的");
        page.locator(".card a").first().focus();
        page.getByLabel("类别").selectOption("税收优惠");
        assertThat(page).hasURL(Pattern.compile("kind=tax"));
        assertThat(searches).hasSize(2);
        page.context().close();
    }

    @Test
    void withoutScriptsTheSameFormFilters() {
        Page page = DRIVEN.chromium().withoutScripts();
        page.navigate(DRIVEN.url("/policies"));
        page.getByLabel("类别").selectOption("税收优惠");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("筛选"))
                .click();
        long taxes = RealBooks.book().policies().stream()
                .filter(p -> p.kind() == org.huiqi.policy.Kind.TAX)
                .count();
        assertThat(page.locator(".card")).hasCount((int) taxes);
        assertThat(page.getByLabel("类别")).hasValue("tax");
        page.context().close();
    }

    @Test
    void everyPolicyFitsAPhone() {
        Page page = DRIVEN.chromium().phone();
        for (Policy policy : RealBooks.book().policies()) {
            page.navigate(DRIVEN.url("/policies/" + policy.id()));
            assertThat(Driven.overflow(page)).as(policy.id()).isZero();
        }
        for (String path : FEW) {
            page.navigate(DRIVEN.url(path));
            assertThat(Driven.overflow(page)).as(path).isZero();
        }
        page.context().close();
    }

    @Test
    void thePagesLoadNothingFromElsewhereAndTheBrowserRefusesNothing() {
        Page page = DRIVEN.chromium().desktop();
        List<String> complaints = Driven.complaints(page);
        Set<String> hosts = new TreeSet<>();
        page.onRequest(r -> hosts.add(URI.create(r.url()).getAuthority()));
        FEW.forEach(path -> page.navigate(DRIVEN.url(path)));
        assertThat(hosts).containsExactly(URI.create(DRIVEN.url("/")).getAuthority());
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void thePageOfAPolicyShowsItsCriteriaWithClauseAndSource() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(DRIVEN.url("/policies/advanced-manufacturing-vat"));
        Locator criterion = page.locator(".demand", new Page.LocatorOptions().setHasText("AMV-04"))
                .last();
        assertThat(criterion).containsText("节选");
        assertThat(page.locator(".era"))
                .hasCount(RealBooks.book()
                        .findPolicy("advanced-manufacturing-vat")
                        .orElseThrow()
                        .editions()
                        .size());
        page.context().close();
    }

    @Test
    void theRulesStandBesideTheCasesThatProveThem() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(DRIVEN.url("/policies/advanced-manufacturing-vat/rules"));
        Locator rule = page.locator("#AMV-04");
        assertThat(rule.locator("pre")).containsText("manufacturingSalesExclVat");
        assertThat(rule.locator("pre").textContent())
                .isEqualTo(RealBooks.book().getCriterion("AMV-04").source());
        rule.locator("summary").click();
        assertThat(rule.locator("tbody tr").first()).containsText("manufacturingSalesExclVat =");
        page.context().close();
    }

    @Test
    void theOtherLanguageShowsTheSamePage() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(DRIVEN.url("/policies?kind=tax"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page).hasURL(DRIVEN.url("/en/policies?kind=tax"));
        assertThat(page.locator("h1")).hasText("Policy library");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("中文")).click();
        assertThat(page).hasURL(DRIVEN.url("/policies?kind=tax"));
        page.context().close();
    }

    @Test
    void whatIsNotThereIsToldOnAPageWithAWayOn() {
        Page page = DRIVEN.chromium().desktop();
        assertThat(page.navigate(DRIVEN.url("/policies/high-tech-enterprize")).status())
                .isEqualTo(404);
        assertThat(page.locator("main")).containsText("是不是“high-tech-enterprise”");
        assertThat(page.navigate(DRIVEN.url("/nowhere")).status()).isEqualTo(404);
        assertThat(page.locator("main")).containsText("没有这个页面");
        assertThat(page.locator("main")).not().containsText("openapi");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("回首页")))
                .isVisible();
        page.context().close();
    }

    @Test
    void aSearchIsShownAsTextNeverAsMarkup() {
        Page page = DRIVEN.chromium().desktop();
        List<String> complaints = Driven.complaints(page);
        page.navigate(DRIVEN.url("/policies?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"));
        assertThat(page.locator("#q")).hasValue("\"><img src=x onerror=alert(1)>");
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(complaints).isEmpty();
        page.context().close();
    }
}
