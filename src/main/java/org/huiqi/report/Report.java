package org.huiqi.report;

import org.huiqi.advise.Gaps;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.profile.Profile;

/** What every part of a text about one enterprise needs to know. */
record Report(RuleBook book, Words words, Detail detail, Profile profile, Gaps gaps) {

    boolean all() {
        return detail.all();
    }

    Criterion criterion(String id) {
        return book.getCriterion(id);
    }

    /** Name of a policy. */
    String name(String policy) {
        return book.findPolicy(policy).orElseThrow().name().in(words.lang());
    }

    /** The same without what trails it in parentheses. */
    String shortName(String policy) {
        return name(policy).replaceFirst(" ?\\([^()]*\\)$", "");
    }

    GapText gapTexts() {
        return new GapText(words, new MoveText(book, words.lang()));
    }

    String say(String zh, String en) {
        return words.of(zh, en);
    }
}
