package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.engine.TinyPack;
import org.huiqi.profile.Entry;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ReviewAnswer;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** Assesses profiles with a tiny pack; both evaluators must say the same every time. */
final class Tiny {
    static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private final RuleBook book;

    Tiny(TinyPack pack) {
        this.book = pack.book();
    }

    RuleBook book() {
        return book;
    }

    /** Answers of the enterprise, {@code name, value, …}; whole numbers, decimals, dates and truths as text or themselves. */
    static Profile profile(Object... answers) {
        return Profile.of(answers(answers));
    }

    static Map<String, Object> answers(Object... answers) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            map.put((String) answers[i], value(answers[i + 1]));
        }
        return map;
    }

    private static Object value(Object written) {
        if (!(written instanceof String text)) {
            return written;
        }
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(text);
        }
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : text;
    }

    static Entry entry(String key, Object... answers) {
        return new Entry(key, answers(answers));
    }

    static Profile reviewed(Profile profile, String criterion, String subject, boolean met) {
        List<ReviewAnswer> reviews = new ArrayList<>(profile.reviews());
        reviews.add(new ReviewAnswer(criterion, subject, met, Optional.empty(), Optional.empty(), Optional.empty()));
        return new Profile(profile.asOf(), profile.enterprise(), profile.lists(), reviews);
    }

    PolicyAssessment assess(Profile profile) {
        return assess(profile, DAY);
    }

    PolicyAssessment assess(Profile profile, LocalDate day) {
        Assessor assessor = new Assessor(book);
        Assessor.Request request = Assessor.Request.on(day);
        Assessment assessment = assessor.assess(profile, request);
        assertThat(assessor.assess(profile, request, book.reference())).isEqualTo(assessment);
        return assessment.policies().stream()
                .filter(p -> p.policy().equals("tiny"))
                .findFirst()
                .orElseThrow();
    }

    Verdict verdict(Profile profile) {
        return assess(profile).verdicts().get(0);
    }

    Finding finding(Profile profile, String criterion) {
        assess(profile);
        return new Assessor(book).finding(profile, DAY, criterion, "");
    }
}
