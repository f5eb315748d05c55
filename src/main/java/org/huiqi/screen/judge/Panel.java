package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some firms, {@link #MOST} at most, by what they were told: those with the same answer to a question stand together, so that whoever looks at
 * answers need not look at each firm's. Immutable.
 */
public final class Panel {
    /** Most firms at a time. */
    public static final int MOST = Scene.MOST;

    private final int size;
    /** By question: where its answers begin; one more for the end. */
    private final int[] starts;

    private final Answer[] said;
    private final long[] firms;

    private Panel(int size, int[] starts, Answer[] said, long[] firms) {
        this.size = size;
        this.starts = starts;
        this.said = said;
        this.firms = firms;
    }

    /** {@code answers}: by firm, and by question. */
    public static Panel of(List<Answer[]> answers) {
        int questions = answers.isEmpty() ? 0 : answers.get(0).length;
        Maker maker = new Maker(questions);
        for (int q = 0; q < questions; q++) {
            maker.next();
            for (int f = 0; f < answers.size(); f++) {
                maker.tell(answers.get(f)[q], 1L << f);
            }
        }
        return maker.make(answers.size());
    }

    /** Panels of as many firms as there are, in their order. */
    public static List<Panel> all(List<Answer[]> answers) {
        List<Panel> panels = new ArrayList<>();
        for (int from = 0; from < answers.size(); from += MOST) {
            panels.add(of(answers.subList(from, Math.min(answers.size(), from + MOST))));
        }
        return panels;
    }

    /** How many firms. */
    public int size() {
        return size;
    }

    /** How many different answers a question got. */
    public int count(int question) {
        return starts[question + 1] - starts[question];
    }

    public Answer answer(int question, int i) {
        return said[starts[question] + i];
    }

    /** To whom it was given: one bit a firm, by position. */
    public long firms(int question, int i) {
        return firms[starts[question] + i];
    }

    /** By firm, and by question. */
    public Answer[][] answers() {
        int questions = starts.length - 1;
        Answer[][] answers = new Answer[size][questions];
        for (int q = 0; q < questions; q++) {
            for (int i = starts[q]; i < starts[q + 1]; i++) {
                for (long left = firms[i]; left != 0; left &= left - 1) {
                    answers[Long.numberOfTrailingZeros(left)][q] = said[i];
                }
            }
        }
        return answers;
    }

    /** Makes panels, question by question. */
    static final class Maker {
        private final int[] starts;
        private int question;
        private int count;
        private Answer[] said;
        private long[] firms;

        Maker(int questions) {
            starts = new int[questions + 1];
            said = new Answer[16 * questions];
            firms = new long[said.length];
        }

        void begin() {
            question = 0;
            count = 0;
        }

        /** What follows are answers to the next question. */
        void next() {
            starts[question++] = count;
        }

        /** An answer may be given more than once. */
        void tell(Answer answer, long rows) {
            int i = starts[question - 1];
            while (i < count && said[i] != answer) {
                i++;
            }
            if (i == count) {
                makeRoom();
                said[count] = answer;
                firms[count++] = 0;
            }
            firms[i] |= rows;
        }

        private void makeRoom() {
            if (count == said.length) {
                said = Arrays.copyOf(said, 2 * count + 1);
                firms = Arrays.copyOf(firms, said.length);
            }
        }

        Panel make(int size) {
            starts[question] = count;
            return new Panel(size, starts.clone(), Arrays.copyOf(said, count), Arrays.copyOf(firms, count));
        }
    }
}
