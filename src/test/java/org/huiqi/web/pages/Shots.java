package org.huiqi.web.pages;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** By hand: takes pictures of pages of a running server. Arguments: its address, a folder, then name=path. */
final class Shots {
    private Shots() {}

    public static void main(String[] args) {
        try (Chromium chromium = Chromium.start()) {
            for (String one : List.of(args).subList(2, args.length)) {
                String name = one.substring(0, one.indexOf('='));
                String path = one.substring(one.indexOf('=') + 1);
                shot(chromium.desktop(), args[0] + path, Path.of(args[1], name + "-desktop.png"));
                shot(chromium.phone(), args[0] + path, Path.of(args[1], name + "-phone.png"));
            }
        }
    }

    private static void shot(Page page, String url, Path file) {
        page.navigate(url);
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
