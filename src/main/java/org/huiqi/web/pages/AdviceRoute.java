package org.huiqi.web.pages;

import java.util.List;
import java.util.Optional;
import org.huiqi.advise.Move;
import org.huiqi.advise.Shortfall;
import org.huiqi.advise.Way;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.profile.Profile;
import org.huiqi.report.MoveText;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.Words;
import org.huiqi.verdict.Verdict;

/** How far each refused or open verdict is from a yes. */
final class AdviceRoute {
    private final Visit visit;
    private final Words words;
    private final MoveText moves;

    private AdviceRoute(Visit visit) {
        this.visit = visit;
        this.words = visit.words();
        this.moves = new MoveText(visit.open().book(), visit.lang());
    }

    /** {@code kind}: {@code act}, {@code time} or {@code answer}. */
    record Step(String kind, String kindSaid, String text) {}

    record Path(List<Step> steps, String code, String mark, String reached) {}

    /** {@code stage}: which further question of the policy, empty for its first. */
    record Gap(
            String id,
            String policy,
            String stage,
            String subject,
            String code,
            String mark,
            String label,
            List<Path> paths,
            List<String> obstacles,
            String note) {}

    record AdvicePage(Chrome chrome, Dossier dossier, List<Gap> near, List<Gap> far) {}

    static void show(Visit visit) {
        Dossier dossier = visit.dossier();
        try {
            Profile profile = dossier.read(visit.open());
            Dossier tidy = dossier.with(ProfileJson.tree(visit.open().book().dictionary(), profile));
            visit.desk().places().compute(() -> {
                new AdviceRoute(visit).show(tidy, profile);
                return true;
            });
        } catch (InvalidInputException e) {
            new FormRoute(visit, dossier, e.problems()).form();
        }
    }

    private void show(Dossier dossier, Profile profile) {
        List<Gap> gaps = visit.open().adviser().gap(profile, visit.today(), dossier.policies()).stream()
                .map(this::gap)
                .toList();
        Chrome chrome = visit.chrome(words.of("离“符合”还差什么", "What is missing for a yes"), "check")
                .carrying();
        List<Gap> near = gaps.stream().filter(g -> !g.paths().isEmpty()).toList();
        List<Gap> far = gaps.stream().filter(g -> g.paths().isEmpty()).toList();
        visit.showOnce("advice.jte", new AdvicePage(chrome, dossier, near, far));
    }

    private Gap gap(Shortfall gap) {
        Verdict v = gap.verdict();
        Policy policy = visit.open().book().getPolicy(v.policy());
        return new Gap(
                v.policy(),
                policy.name().in(words.lang()),
                v.stage().equals(policy.headline()) ? "" : words.stage(policy, v.stage()),
                subject(gap),
                ResultRoute.code(v.outcome()),
                Words.mark(v.outcome()),
                words.of(v.outcome()),
                gap.ways().stream().map(this::path).toList(),
                gap.obstacles().stream().map(moves::say).toList(),
                note(gap).orElse(""));
    }

    /** Whom it is about, and how many more it is the same for. */
    private String subject(Shortfall gap) {
        int more = gap.alike().size();
        return gap.verdict().subject()
                + (more == 0 ? "" : words.of(" 等 " + (more + 1) + " 个", " and " + more + " more like it"));
    }

    private Optional<String> note(Shortfall gap) {
        if (!gap.ways().isEmpty() || !gap.obstacles().isEmpty()) {
            return Optional.empty();
        }
        int missing = gap.verdict().missing().size();
        return Optional.of(
                missing > 0
                        ? words.of("还有 " + missing + " 项没有回答,先答完", missing + " questions are still open")
                        : words.of("需要改变的太多,没有逐一试", "too much would have to change; not every way was tried"));
    }

    private Path path(Way way) {
        return new Path(
                way.moves().stream().map(this::step).toList(),
                ResultRoute.code(way.reached()),
                Words.mark(way.reached()),
                words.of(way.reached()));
    }

    private Step step(Move move) {
        return switch (move.kind()) {
            case ACT -> new Step("act", words.of("可以做", "to do"), moves.say(move));
            case TIME -> new Step("time", words.of("等时间", "time alone"), moves.say(move));
            case ANSWER -> new Step("answer", words.of("待回答", "to answer"), moves.say(move));
        };
    }
}
