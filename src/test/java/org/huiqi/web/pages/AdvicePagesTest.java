package org.huiqi.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The gaps and the ladder of an enterprise, in a real browser. */
final class AdvicePagesTest extends InBrowser {
    @Test
    void theResultLeadsToTheGapsAndBackWithoutLosingAnAnswer() {
        DRIVEN.fromSample(page, 0, "/check/result");
        String before = page.locator("input[name=profile]").first().inputValue();
        button("算一算差距").click();
        assertThat(page.locator("h1")).hasText("离“符合”还差什么");
        assertThat(page.locator(".gap").first()).isVisible();
        for (Locator gap : page.locator(".gap").all()) {
            assertThat(gap.locator(".moves li").count()).isPositive();
            assertThat(gap.locator(".reached").first()).containsText("→");
        }
        button("回到结果").click();
        assertThat(page.locator("h1")).hasText("自查结果");
        assertThat(page.locator("input[name=profile]").first()).hasValue(before);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aMoveSaysWhoCanMakeItInWordsToo() {
        DRIVEN.fromSample(page, 0, "/check/advice");
        assertThat(page.locator(".moves .kind").allInnerTexts())
                .isNotEmpty()
                .allMatch(said -> List.of("可以做", "等时间", "待回答").contains(said));
    }

    @Test
    void theGapsAreReachedAndLeftFromTheKeyboard() {
        DRIVEN.fromSample(page, 0, "/check/result");
        tabTo("算一算差距");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("离“符合”还差什么");
        tabTo("继续问答");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ask, .done")).isVisible();
    }

    @Test
    void theLadderTellsInWordsWhatThePictureShows() {
        DRIVEN.fromSample(page, 0, "/check/ladder");
        assertThat(page.locator("svg.ladder .rung"))
                .hasCount(page.locator(".rungs > li").count());
        assertThat(page.locator(".rungs > li strong").allInnerTexts())
                .hasSize(page.locator(".rungs > li").count())
                .allMatch(said -> !said.isBlank());
        assertThat(complaints).isEmpty();
    }

    @Test
    void noLineOfThePictureBeginsWithAClosingSignOrRunsIntoTheMark() {
        DRIVEN.fromSample(page, 0, "/check/ladder");
        assertThat(page.locator("svg.ladder .rung text:not(.m)").allTextContents())
                .isNotEmpty()
                .noneMatch(line -> "\u3001\u3002\uff0c\uff1a\uff1b\uff09\u201d\u300b".indexOf(line.charAt(0)) >= 0);
        Object over = page.evaluate(
                "[...document.querySelectorAll('svg.ladder .rung')].filter(g => g.querySelector('.m')"
                        + " && g.querySelector('text:not(.m)').getBBox().x + g.querySelector('text:not(.m)').getBBox().width > g.querySelector('.m').getBBox().x).length");
        assertThat(((Number) over).intValue()).isZero();
    }

    @Test
    void thePictureOfTheLadderScrollsFromTheKeyboardAndItsRungsAreNoTraps() {
        on(DRIVEN.chromium().phone());
        DRIVEN.fromSample(page, 0, "/check/ladder");
        Locator picture = page.locator(".picture");
        picture.focus();
        page.keyboard().press("ArrowRight");
        Driven.eventually(page, "document.querySelector('.picture').scrollLeft > 0");
        page.keyboard().press("Tab");
        assertThat(page.locator(".rungs a").first()).isFocused();
    }

    @Test
    void onAPhoneGapsAndLadderStayWithinTheScreen() {
        on(DRIVEN.chromium().phone());
        for (int sample = 0; sample < 2; sample++) {
            for (String path : List.of("/check/advice", "/check/ladder")) {
                DRIVEN.fromSample(page, sample, path);
                page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })");
                assertThat(Driven.overflow(page)).as(path).isZero();
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void withoutScriptsGapsAndLadderAreTheSame() {
        DRIVEN.fromSample(page, 0, "/check/advice");
        String gaps = page.locator("#gaps").innerText();
        on(DRIVEN.chromium().withoutScripts());
        page.navigate(DRIVEN.url("/check"));
        page.locator("form.sample button").first().click();
        button("算一算差距").click();
        assertThat(page.locator("#gaps").innerText()).isEqualTo(gaps);
        button("回到结果").click();
        button("资质阶梯").click();
        assertThat(page.locator("svg.ladder .rung").first()).isVisible();
    }

    @Test
    void gapsAndLadderLoadNothingFromElsewhere() {
        Set<String> hosts = new TreeSet<>();
        page.onRequest(r -> hosts.add(URI.create(r.url()).getAuthority()));
        List.of("/check/advice", "/check/ladder").forEach(path -> DRIVEN.fromSample(page, 1, path));
        page.navigate(DRIVEN.url("/ladder"));
        assertThat(hosts).containsExactly(URI.create(DRIVEN.url("/")).getAuthority());
        assertThat(complaints).isEmpty();
    }
}
