package org.huiqi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

    @Test
    void everyTextOnADesktopIsReadable() {
        assertThat(poor(DRIVEN.chromium().desktop())).isEmpty();
    }

    @Test
    void everyTextOnAPhoneIsReadable() {
        assertThat(poor(DRIVEN.chromium().phone())).isEmpty();
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

    private static List<String> poor(Page page) {
        List<String> poor = new ArrayList<>();
        for (String path : OPEN) {
            page.navigate(DRIVEN.url(path));
            look(page, path, poor);
        }
        for (String path : FROM_A_PROFILE) {
            for (int sample = 0; sample < 2; sample++) {
                DRIVEN.fromSample(page, sample, path);
                look(page, path, poor);
            }
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
