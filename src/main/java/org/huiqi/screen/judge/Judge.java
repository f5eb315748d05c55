package org.huiqi.screen.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Dictionary;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;

/** Answers every policy for one firm after another. Immutable and shared by threads; each thread holds its own {@link Sitting}. */
public final class Judge {
    /** Best first: what a firm with several products is said to be. */
    private static final List<Outcome> RANK = List.of(
            Outcome.ELIGIBLE,
            Outcome.RESULT,
            Outcome.REVIEW,
            Outcome.INCOMPLETE,
            Outcome.INELIGIBLE,
            Outcome.INFORMATION,
            Outcome.NOT_IN_FORCE);

    /** What no list of subjects would change. */
    private static final Set<Outcome> SETTLED =
            EnumSet.of(Outcome.INELIGIBLE, Outcome.NOT_IN_FORCE, Outcome.INFORMATION);

    /** So many firms a sitting judges at once, and best does. */
    public static final int MOST = Scene.MOST;

    private final Compiler compiler;
    private final Answerable answerable;
    private final List<Asked> asked;
    private final List<Question> questions = new ArrayList<>();

    /**
     * What a list of firms can answer at all.
     *
     * @param fields of the enterprise; empty: all
     * @param lists repeated types; empty: all
     */
    public record Answerable(Optional<Set<String>> fields, Optional<Set<String>> lists) {
        public static final Answerable ALL = new Answerable(Optional.empty(), Optional.empty());
    }

    /** {@code policies}: ids, empty for all. */
    public Judge(RuleBook book, LocalDate asOf, Answerable answerable, Set<String> policies) {
        this(book, asOf, answerable, asked(book, policies));
    }

    private Judge(RuleBook book, LocalDate asOf, Answerable answerable, List<Asked> asked) {
        this.compiler = new Compiler(book, asOf, answerable.fields(), answerable.lists());
        this.answerable = answerable;
        this.asked = asked;
        for (Asked one : asked) {
            StageCode stage = compiler.stage(one.policy(), one.stage());
            questions.add(new Question(one.policy(), stage.stage(), stage.numbers()));
        }
    }

    private record Asked(Policy policy, String stage) {}

    private static List<Asked> asked(RuleBook book, Set<String> policies) {
        return book.policies().stream()
                .filter(p -> policies.isEmpty() || policies.contains(p.id()))
                .map(p -> new Asked(p, p.headline()))
                .toList();
    }

    /** Asks every stage of every policy instead of the headlines only. */
    static Judge ofAllStages(RuleBook book, LocalDate asOf, Answerable answerable) {
        List<Asked> asked = book.policies().stream()
                .flatMap(p -> p.stages().keySet().stream().map(s -> new Asked(p, s)))
                .toList();
        return new Judge(book, asOf, answerable, asked);
    }

    public RuleBook book() {
        return compiler.book();
    }

    public LocalDate asOf() {
        return compiler.asOf();
    }

    /** What is asked, in the order of the answers. */
    public List<Question> questions() {
        return questions;
    }

    /** What the numbers of missing fields mean. */
    public FieldSpace fields() {
        return compiler.space();
    }

    public Sitting sitting() {
        return new Sitting(new Compiler(book(), asOf(), answerable.fields(), answerable.lists()));
    }

    /** For one thread. */
    public final class Sitting {
        private final Compiler compiler;
        private final Scene scene;
        private final StageCode[] stages;
        private final Split split = new Split();
        /** By question. */
        private final Known[] known;

        private final Panel.Maker maker;

        private Sitting(Compiler compiler) {
            this.compiler = compiler;
            this.scene = new Scene(compiler);
            this.stages = asked.stream()
                    .map(a -> compiler.stage(a.policy(), a.stage()))
                    .toArray(StageCode[]::new);
            this.known = new Known[stages.length];
            Arrays.setAll(known, q -> new Known());
            this.maker = new Panel.Maker(stages.length);
        }

        /** One answer per question for each firm, of whom there may be {@link #MOST} at a time. What they answered may be changed afterwards. */
        public Panel judge(List<Applicant> firms) {
            scene.show(firms);
            maker.begin();
            for (int q = 0; q < stages.length; q++) {
                maker.next();
                answer(q, firms);
            }
            return maker.make(firms.size());
        }

        private void answer(int question, List<Applicant> firms) {
            StageCode stage = stages[question];
            String subject = stage.stage().subject();
            long listed = subject.equals(Dictionary.ENTERPRISE) ? 0 : listed(subject, firms);
            scene.element = 0;
            Findings found = stage.judge(scene, scene.rows() & ~listed);
            split.begin(scene.rows() & ~listed);
            found.splitByAll(split);
            for (int g = 0; g < split.count(); g++) {
                Answer answer = known[question].find(split.first(g), split.second(g));
                maker.tell(answer == null ? make(question, found, g) : answer, split.group(g));
            }
            if (listed != 0) {
                elements(question, firms, listed);
            }
        }

        /** For a group who are told what nobody was told before. */
        private Answer make(int question, Findings found, int group) {
            StageCode stage = stages[question];
            Finding alike = stage.finding(found, split.group(group) & -split.group(group));
            boolean own = stage.stage().subject().equals(Dictionary.ENTERPRISE);
            Answer answer = own ? own(stage, alike) : unlisted(stage, alike);
            return known[question].put(split.first(group), split.second(group), answer);
        }

        private static long listed(String subject, List<Applicant> firms) {
            long listed = 0;
            for (int f = 0; f < firms.size(); f++) {
                listed |= firms.get(f).lists().containsKey(subject) ? 1L << f : 0;
            }
            return listed;
        }

        private static Answer own(StageCode stage, Finding finding) {
            return new Answer(finding, stage.edition(finding.edition), 1, 1);
        }

        /** {@code rows}: of firms with a list of subjects, which may be empty. */
        private void elements(int question, List<Applicant> firms, long rows) {
            StageCode stage = stages[question];
            String subject = stage.stage().subject();
            List<List<Finding>> all = new ArrayList<>();
            firms.forEach(f -> all.add(new ArrayList<>()));
            for (long left = longer(firms, subject, rows); left != 0; left = longer(firms, subject, left)) {
                Findings found = stage.judge(scene, left);
                for (long each = left; each != 0; each &= each - 1) {
                    all.get(Long.numberOfTrailingZeros(each)).add(stage.finding(found, each & -each));
                }
                scene.element++;
            }
            for (long left = rows; left != 0; left &= left - 1) {
                int firm = Long.numberOfTrailingZeros(left);
                maker.tell(known[question].same(sum(all.get(firm), stage)), left & -left);
            }
        }

        /** Those whose list has the element that the scene looks at. */
        private long longer(List<Applicant> firms, String subject, long rows) {
            long longer = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                Applicant firm = firms.get(Long.numberOfTrailingZeros(left));
                longer |= firm.lists().get(subject).size() > scene.element ? left & -left : 0;
            }
            return longer;
        }

        /** Nobody answered the list: what the enterprise alone decides, or the list and what could still decide without it. */
        private Answer unlisted(StageCode stage, Finding whatever) {
            Outcome outcome = whatever.outcome;
            return outcome == null || SETTLED.contains(outcome) ? own(stage, whatever) : silent(stage, whatever);
        }

        private Answer silent(StageCode stage, Finding whatever) {
            Finding open = stage.blank();
            open.outcome = Outcome.INCOMPLETE;
            Bits.add(open.missing, whatever.missing);
            compiler.space().wholeList(stage.stage().subject(), open.missing);
            return new Answer(open, "", 1, 1);
        }

        private Answer sum(List<Finding> findings, StageCode stage) {
            Finding sum = stage.blank();
            List<Finding> asked =
                    findings.stream().filter(f -> f.outcome != null).toList();
            for (Outcome outcome : RANK) {
                long like = asked.stream().filter(f -> f.outcome == outcome).count();
                if (like > 0) {
                    sum.outcome = outcome;
                    asked.forEach(sum::add);
                    return new Answer(sum, edition(asked, stage), asked.size(), (int) like);
                }
            }
            return new Answer(sum, "", 1, 1);
        }

        private String edition(List<Finding> asked, StageCode stage) {
            List<Integer> editions =
                    asked.stream().map(f -> f.edition).distinct().toList();
            return editions.size() == 1 ? stage.edition(editions.get(0)) : "";
        }

        /** The same from the assessor's verdicts; what would be if a condition were relaxed stays empty. */
        public Answer[] translate(List<Verdict> verdicts) {
            Map<String, List<Verdict>> byStage = new HashMap<>();
            verdicts.forEach(v -> byStage.computeIfAbsent(v.policy() + " " + v.stage(), s -> new ArrayList<>())
                    .add(v));
            Answer[] answers = new Answer[stages.length];
            for (int i = 0; i < answers.length; i++) {
                StageCode stage = stages[i];
                String asked =
                        questions.get(i).policy().id() + " " + stage.stage().name();
                List<Finding> findings = byStage.getOrDefault(asked, List.of()).stream()
                        .map(v -> translate(v, stage))
                        .toList();
                answers[i] = sum(findings, stage);
            }
            return answers;
        }

        private Finding translate(Verdict verdict, StageCode stage) {
            Finding finding = stage.blank();
            finding.outcome = verdict.outcome();
            finding.result = verdict.result().orElse("");
            finding.edition = stage.edition(verdict.edition());
            verdict.missing()
                    .forEach(path -> Bits.set(finding.missing, compiler.space().of(path)));
            verdict.decisive()
                    .forEach(id -> Bits.set(finding.decisive, stage.numbers().indexOf(id)));
            return finding;
        }

        /** The questions of which the two differ. */
        public List<Question> differences(Answer[] ours, Answer[] theirs) {
            List<Question> different = new ArrayList<>();
            for (int i = 0; i < ours.length; i++) {
                if (!ours[i].agreesWith(theirs[i])) {
                    different.add(questions.get(i));
                }
            }
            return different;
        }
    }
}
