package org.huiqi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every text of every page stands out from its ground as WCAG AA asks, as the browser computes the colours, with everything unfolded. */
final class ContrastTest {
    @RegisterExtension
    static final Driven DRIVEN = new Driven();

    @RegisterExtension
    static final Bureau BUREAU = new Bureau();

    private static final String SCRIPT = script();
    private static final List<String> OPEN = List.of(
            "/",
            "/policies",
            "/policies?q=%E5%88%B6%E9%80%A0",
            "/policies?q=nothing-is-called-so",
            "/policies/advanced-manufacturing-vat",
            "/policies/high-tech-enterprise",
            "/policies/advanced-manufacturing-vat/rules",
            "/check?policy=small-low-profit",
            "/ladder",
            "/nowhere",
            "/en/",
            "/en/ladder");
    private static final List<String> FROM_A_PROFILE = List.of(
            "/check/interview", "/check/form", "/check/result", "/check/report", "/check/advice", "/check/ladder");

    private static final String FIRMS = "统一社会信用代码,单位名称,* 独立法人,高企,制造业销售额(元),全部销售额(万元)\n"
            + "91370303MA0000001M,甲机械有限公司,是,是,59530000,12734\n91370303MA0000002Q,乙材料有限公司,是,√,6000万元,12000\n"
            + "91370303MA0000003U,丙陶瓷有限公司,否,×,4000,100公斤\n";

    @Test
    void everyTextOnADesktopIsReadable() {
        assertThat(poor(DRIVEN.chromium().desktop(), 2)).isEmpty();
    }

    @Test
    void everyTextOnAPhoneIsReadable() {
        assertThat(poor(DRIVEN.chromium().phone(), 1)).isEmpty();
    }

    @Test
    void everyTextBehindTheLoginIsReadableOnADesktop() {
        assertThat(poorOfOfficers(DRIVEN.chromium().desktop())).isEmpty();
    }

    @Test
    void everyTextBehindTheLoginIsReadableOnAPhone() {
        assertThat(poorOfOfficers(DRIVEN.chromium().phone())).isEmpty();
    }

    /** The site has one scheme, light: somebody whose system is dark sees the same. */
    @Test
    void onADarkSystemEveryTextIsReadableToo() {
        Page page = DRIVEN.chromium().desktop();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> poor = new ArrayList<>();
        for (String path : List.of("/", "/policies", "/check?policy=small-low-profit")) {
            page.navigate(DRIVEN.url(path));
            look(page, path, poor);
        }
        page.navigate(BUREAU.url("/login"));
        look(page, "/login", poor);
        page.context().close();
        assertThat(poor).isEmpty();
    }

    @Test
    void aTextTooPaleIsFound() {
        Page page = DRIVEN.chromium().desktop();
        page.navigate(DRIVEN.url("/"));
        page.evaluate("document.querySelector('h1').style.color = '#e0e0e0'");
        List<String> poor = new ArrayList<>();
        look(page, "/", poor);
        page.context().close();
        assertThat(poor).singleElement().asString().contains("h1");
    }

    private static List<String> poor(Page page, int samples) {
        List<String> poor = new ArrayList<>();
        for (String path : OPEN) {
            page.navigate(DRIVEN.url(path));
            look(page, path, poor);
        }
        for (String path : FROM_A_PROFILE) {
            for (int sample = 0; sample < samples; sample++) {
                DRIVEN.fromSample(page, sample, path);
                look(page, path, poor);
            }
        }
        page.context().close();
        return poor;
    }

    /** The login with and without a refusal, the account, and jobs that are done, were refused, and wait. */
    private static List<String> poorOfOfficers(Page page) {
        String done = BUREAU.send("名单.csv", FIRMS.getBytes(StandardCharsets.UTF_8), "");
        String failed = BUREAU.send("无标题.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8), "");
        assertThat(List.of(BUREAU.over(done), BUREAU.over(failed))).containsExactly("done", "failed");
        List<String> poor = new ArrayList<>();
        page.navigate(BUREAU.url("/login"));
        look(page, "/login", poor);
        Bureau.login(page, "no such password");
        page.getByRole(AriaRole.ALERT).waitFor();
        look(page, "/login refused", poor);
        BUREAU.loggedIn(page);
        String one = "/screenings/" + done;
        for (String path : List.of(
                "/account?changed=1",
                "/screenings",
                "/en/screenings",
                one,
                one + "/firms",
                one + "/firms?q=nobody",
                one + "/firms/0",
                "/screenings/" + failed,
                "/screenings/none")) {
            page.navigate(BUREAU.url(path));
            look(page, path, poor);
        }
        page.context().close();
        return poor;
    }

    private static void look(Page page, String path, List<String> poor) {
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })");
        Map<?, ?> seen = (Map<?, ?>) page.evaluate(SCRIPT);
        assertThat(((Number) Objects.requireNonNull(seen.get("looked"))).intValue())
                .as("texts looked at on %s", path)
                .isGreaterThan(5);
        ((List<?>) Objects.requireNonNull(seen.get("poor"))).forEach(p -> poor.add(path + ": " + p));
    }

    private static String script() {
        try (InputStream in = ContrastTest.class.getResourceAsStream("contrast.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
