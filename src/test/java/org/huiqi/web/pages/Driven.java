package org.huiqi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huiqi.audit.TestCases;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.RealBooks;
import org.huiqi.web.ServerOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server with the rules of this project and one browser, for all tests of pages. */
final class Driven implements BeforeAllCallback {
    /** Noon in China on the day that test cases are assessed. */
    private static final Clock OCTOBER_8 =
            Clock.fixed(Instant.parse("2025-10-08T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private @Nullable Held held;

    private record Held(HuiqiServer server, Chromium chromium) implements AutoCloseable {
        static Held open() {
            Chromium chromium = Chromium.start();
            LiveBook live = new LiveBook();
            live.open(RealBooks.book());
            ServerOptions options = new ServerOptions("127.0.0.1", 0, OCTOBER_8, ServerOptions.Limits.DEFAULT);
            try {
                PageSite pages = new PageSite(policy -> TestCases.of(Path.of("test-cases"), policy));
                return new Held(HuiqiServer.start(options, live, pages, org.huiqi.ledger.LedgerDoor.none()), chromium);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            chromium.close();
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        held = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Driven.class))
                .getOrComputeIfAbsent("held", k -> Held.open(), Held.class);
    }

    private Held held() {
        return Objects.requireNonNull(held);
    }

    String url(String path) {
        return held().server().url() + path;
    }

    Chromium chromium() {
        return held().chromium();
    }

    /** Opens a page with the profile of one of the samples of the start page. */
    void fromSample(Page page, int sample, String path) {
        page.navigate(url("/check"));
        page.evaluate(
                "([n, to]) => { const f = document.querySelectorAll('form.sample')[n]; f.action = to; f.submit(); }",
                List.of(sample, path));
        page.waitForURL("**" + path);
        page.locator("h1").waitFor();
    }

    /** What the browser complains of while a page is used: errors of scripts, and whatever the security policy refused. */
    static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** How far the page reaches beyond the window to the right, in pixels. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Waits for a script of the page to have its effect. Playwright's own waiting evaluates strings in the page, which its policy forbids. */
    static void eventually(Page page, String expression) {
        for (int tries = 0; tries < 250 && !Boolean.TRUE.equals(page.evaluate(expression)); tries++) {
            page.waitForTimeout(20);
        }
        assertThat(page.evaluate(expression)).as(expression).isEqualTo(true);
    }
}
