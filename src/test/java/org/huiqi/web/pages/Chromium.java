package org.huiqi.web.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser without a window. {@code HUIQI_CHROMIUM} says where it is and makes it compulsory; otherwise it is looked for where
 * Debian puts it, and without one the test says that it was skipped and why.
 */
final class Chromium implements AutoCloseable {
    private static final String VARIABLE = "HUIQI_CHROMIUM";
    private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--lang=zh-CN",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path executable = executable();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET)
                        .setTimeout(60_000));
        return new Chromium(playwright, browser);
    }

    private static Path executable() {
        String asked = System.getenv(VARIABLE);
        if (asked != null && !asked.isBlank()) {
            return Path.of(asked);
        }
        Optional<Path> found =
                USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no Chromium here; set " + VARIABLE + " to where it is");
        return found.orElseThrow();
    }

    /** A window of a desktop. */
    Page desktop() {
        return page(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** A phone, 390 px wide. */
    Page phone() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    /** A desktop where no script runs. */
    Page withoutScripts() {
        return page(new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("zh-CN"));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    @Override
    public void close() {
        Stream.<AutoCloseable>of(browser, playwright).forEach(c -> {
            try {
                c.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
