package org.huiqi.advise;

import java.time.LocalDate;
import java.util.List;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Verdict;

/**
 * The next questions of an interview, all from the same papers, first what will have to be asked anyway.
 *
 * @param questions empty when the interview is over: no answer that may still be asked for can change a verdict
 * @param open every verdict that still waits for an answer
 * @param settled what the last answers settled; empty if no earlier profile was given
 */
public record Step(LocalDate asOf, List<Question> questions, Progress progress, List<Verdict> open, Settled settled) {

    /**
     * What was open before and no longer is.
     *
     * @param verdicts as they are now
     * @param findings decided now
     */
    public record Settled(List<Verdict> verdicts, List<Finding> findings) {
        public static final Settled NOTHING = new Settled(List.of(), List.of());

        public Settled {
            verdicts = List.copyOf(verdicts);
            findings = List.copyOf(findings);
        }
    }

    public Step {
        questions = List.copyOf(questions);
        open = List.copyOf(open);
    }

    public boolean over() {
        return questions.isEmpty();
    }
}
