package org.huiqi.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.problem.Nearest;

/** Reads what reviewers decided. An answer that nobody asked for, or to whom is unclear, is refused: it would decide in silence, or nothing. */
final class ReviewReader {
    private static final Set<String> MEMBERS = Set.of("criterion", "subject", "met", "by", "at", "note");
    private static final int MAX_TEXT = 1_000;
    private final Refusals refusals;
    private final Optional<Set<String>> judged;
    private final Set<String> subjects;

    /**
     * @param judged ids of the criteria that reviewers may answer; empty: any
     * @param subjects keys of all elements of the profile
     */
    ReviewReader(Refusals refusals, Optional<Set<String>> judged, Set<String> subjects) {
        this.refusals = refusals;
        this.judged = judged;
        this.subjects = subjects;
    }

    List<ReviewAnswer> read(JsonNode node) {
        List<ReviewAnswer> reviews = new ArrayList<>();
        if (node == null || node.isNull()) {
            return reviews;
        }
        if (!node.isArray() || node.size() > ProfileReader.MAX_ELEMENTS) {
            refusals.add("reviews", "评审意见应是列表", "reviews must be a list", "请用 [ … ]。", "Write [ … ].");
            return reviews;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            String place = "reviews[" + i + "]";
            review(node.get(i), place).ifPresent(review -> {
                reviews.add(review);
                if (!seen.add(review.criterion() + "@" + review.subject())) {
                    refusals.add(place, "同一项评审意见给了两次", "this is reviewed twice", "请只留一个。", "Keep one.");
                }
            });
        }
        return reviews;
    }

    private Optional<ReviewAnswer> review(JsonNode node, String place) {
        if (!node.path("criterion").isTextual() || !node.path("met").isBoolean()) {
            refusals.add(
                    place,
                    "评审意见要有 criterion 和 met",
                    "a review needs criterion and met",
                    "例:{\"criterion\": \"HTE-03\", \"met\": true}。",
                    "E.g. {\"criterion\": \"HTE-03\", \"met\": true}.");
            return Optional.empty();
        }
        node.properties().forEach(e -> member(e.getKey(), e.getValue(), place));
        String criterion = node.get("criterion").textValue();
        String subject = ValueReader.normal(node.path("subject").asText(""));
        criterion(criterion, place);
        if (!subject.isEmpty() && !subjects.contains(subject)) {
            unknown(place + ".subject", "对象", "subject", subject, subjects);
        }
        return Optional.of(new ReviewAnswer(
                criterion,
                subject,
                node.get("met").booleanValue(),
                text(node, "by"),
                text(node, "at"),
                text(node, "note")));
    }

    private void member(String name, JsonNode value, String place) {
        if (!MEMBERS.contains(name)) {
            unknown(place, "项", "member", name, MEMBERS);
        } else if (!name.equals("met") && !(value.isTextual() || value.isNull() || value.isNumber())) {
            refusals.add(place + "." + name, "应是文字", "must be a text", "请写成文字。", "Write a text.");
        } else if (value.isTextual() && !ValueReader.shown(value.textValue(), MAX_TEXT)) {
            refusals.add(
                    place + "." + name,
                    "文字过长或含有控制字符",
                    "a text too long, or with control characters",
                    "最多" + MAX_TEXT + "字。",
                    "At most " + MAX_TEXT + " characters.");
        }
    }

    private void criterion(String id, String place) {
        if (judged.isPresent() && !judged.get().contains(id)) {
            unknown(place + ".criterion", "待评审的条件", "criterion for reviewers", id, judged.get());
        }
    }

    private void unknown(String place, String zh, String en, String name, Set<String> known) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        Optional<String> near = Nearest.to(shown, known);
        refusals.add(
                place,
                "没有“" + shown + "”这个" + zh,
                "unknown " + en + " '" + shown + "'",
                near.map(n -> "是不是“" + n + "”?").orElse("请核对。"),
                near.map(n -> "Maybe '" + n + "'?").orElse("Check it."));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name))
                .filter(value -> !value.isNull())
                .map(value -> ValueReader.normal(value.asText()));
    }
}
