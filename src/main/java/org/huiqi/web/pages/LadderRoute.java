package org.huiqi.web.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiqi.advise.Rung;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.profile.Profile;
import org.huiqi.report.Json;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.Words;

/** The policies that rest on each other as a picture, and the same in words. */
final class LadderRoute {
    private final Visit visit;
    private final Words words;

    private LadderRoute(Visit visit) {
        this.visit = visit;
        this.words = visit.words();
    }

    /** {@code state}: {@code held}, {@code now}, {@code next}, {@code later}, or {@code plain} where nobody's answers are looked at. */
    record Step(String id, String name, String state, String mark, String said, List<String> first, int missing) {}

    record LadderPage(Chrome chrome, Dossier dossier, boolean personal, LadderDrawing drawing, List<Step> steps) {}

    /** As the rules have it, for nobody in particular. */
    static void general(Visit visit) {
        Dossier nobody = new Dossier(Json.object(), java.util.Set.of(), java.util.Set.of());
        new LadderRoute(visit).show(nobody, Profile.of(Map.of()), false);
    }

    static void show(Visit visit) {
        Dossier dossier = visit.dossier();
        try {
            Profile profile = dossier.read(visit.open());
            Dossier tidy = dossier.with(ProfileJson.tree(visit.open().book().dictionary(), profile));
            new LadderRoute(visit).show(tidy, profile, true);
        } catch (InvalidInputException e) {
            new FormRoute(visit, dossier, e.problems()).form();
        }
    }

    private void show(Dossier dossier, Profile profile, boolean personal) {
        List<Rung> rungs =
                visit.desk().places().compute(() -> visit.open().adviser().ladder(profile, visit.today()));
        List<Step> steps = rungs.stream().map(r -> step(r, personal)).toList();
        Map<String, Step> byId = steps.stream().collect(Collectors.toMap(Step::id, Function.identity()));
        Chrome chrome = visit.chrome(words.of("资质阶梯", "Ladder"), "ladder");
        LadderPage page = new LadderPage(
                personal ? chrome.carrying() : chrome, dossier, personal, LadderDrawing.of(rungs, byId), steps);
        if (personal) {
            visit.showOnce("ladder.jte", page);
        } else {
            visit.show("ladder.jte", page);
        }
    }

    private Step step(Rung rung, boolean personal) {
        List<String> first = rung.requires().stream().map(this::name).toList();
        int missing = rung.verdict().map(v -> v.missing().size()).orElse(0);
        return personal
                ? new Step(rung.policy(), name(rung.policy()), state(rung), mark(rung), said(rung), first, missing)
                : new Step(rung.policy(), name(rung.policy()), "plain", "", "", first, 0);
    }

    private String name(String policy) {
        return visit.open().book().findPolicy(policy).orElseThrow().name().in(words.lang());
    }

    private static String state(Rung rung) {
        return rung.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String mark(Rung rung) {
        return switch (rung.state()) {
            case HELD -> "✓";
            case NOW -> "◆";
            case NEXT -> "▸";
            case LATER -> "·";
        };
    }

    private String said(Rung rung) {
        return switch (rung.state()) {
            case HELD -> words.of("已有", "held");
            case NOW -> words.of("现在可以申请", "may apply now");
            case NEXT ->
                words.of("下一步", "next")
                        + rung.verdict()
                                .map(v -> words.of(",", ", ") + words.of(v.outcome()))
                                .orElse("");
            case LATER -> words.of("要先上前一级", "something comes first");
        };
    }
}
