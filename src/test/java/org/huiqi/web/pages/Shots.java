package org.huiqi.web.pages;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * By hand: takes pictures of pages of a running server. Arguments: its address, a folder, then name=path; a path that begins with {@code !}
 * and a number is posted from that form of the start page. Without a name, the two pictures of the README.
 */
final class Shots {
    private Shots() {}

    public static void main(String[] args) {
        try (Chromium chromium = Chromium.start()) {
            if (args.length == 2) {
                readme(chromium, args[0], Path.of(args[1]));
            }
            for (String one : List.of(args).subList(2, args.length)) {
                String name = one.substring(0, one.indexOf('='));
                String path = one.substring(one.indexOf('=') + 1);
                shot(chromium.desktop(), args[0], path, Path.of(args[1], name + "-desktop.png"));
                shot(chromium.phone(), args[0], path, Path.of(args[1], name + "-phone.png"));
            }
        }
    }

    private static void readme(Chromium chromium, String url, Path folder) {
        Page result = chromium.desktop();
        result.navigate(url + "/check");
        result.locator("form.sample button").first().click();
        result.waitForURL("**/check/result");
        result.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("result.png")));
        Page interview = chromium.phone();
        interview.navigate(url + "/check");
        interview.evaluate(
                "() => { const f = document.querySelectorAll('form.sample')[1]; f.action = '/check/interview'; f.submit(); }");
        interview.waitForURL("**/check/interview");
        interview.locator("h1").waitFor();
        interview.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve("interview.png"))
                .setScale(com.microsoft.playwright.options.ScreenshotScale.CSS));
    }

    private static void shot(Page page, String url, String path, Path file) {
        if (path.startsWith("!")) {
            page.navigate(url + "/check");
            page.evaluate(
                    "([n, to]) => { const f = document.querySelectorAll('form.sample, form.begin')[n]; f.action = to; f.submit(); }",
                    List.of(Integer.parseInt(path.substring(1, 2)), path.substring(2)));
            page.waitForURL("**" + path.substring(2));
        } else {
            page.navigate(url + path);
        }
        if (path.contains("result")) {
            page.evaluate(
                    "document.querySelectorAll('#p-advanced-manufacturing-vat, #p-first-set-equipment-shandong').forEach(d => d.open = true)");
            page.waitForTimeout(900);
        }
        double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        double width = ((Number) page.evaluate("document.documentElement.clientWidth")).doubleValue();
        double most = width > 600 ? 1500 : 1700;
        for (int i = 0; i < 3 && i * most < height; i++) {
            Path piece = Path.of(file.toString().replace(".png", "-" + i + ".png"));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(piece)
                    .setFullPage(true)
                    .setClip(0, i * most, width, Math.min(most, height - i * most)));
        }
        page.context().close();
    }
}
