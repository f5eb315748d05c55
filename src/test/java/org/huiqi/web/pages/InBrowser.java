package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test at one page, of a desktop unless it is moved, and what people do there. */
abstract class InBrowser {
    @RegisterExtension
    static final Driven DRIVEN = new Driven();

    protected Page page = DRIVEN.chromium().desktop();
    protected List<String> complaints = Driven.complaints(page);

    @AfterEach
    void close() {
        page.context().close();
    }

    /** Goes on at another page instead. */
    protected final void on(Page other) {
        page.context().close();
        page = other;
        complaints = Driven.complaints(page);
    }

    protected final Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected final Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    protected final Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    protected final void headed(String title) {
        assertThat(page.locator("h1")).hasText(title);
    }

    protected final void tabTo(String text) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (page.locator(":focus").count() > 0
                    && text.equals(page.locator(":focus").innerText())) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + text);
    }
}
