package org.huiqi.screen.result;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.Panel;
import org.huiqi.screen.judge.Question;
import org.huiqi.verdict.Outcome;

/** An officer's statistics: sums over rows, so that the tallies of two halves of a list, added, are the tally of the list. Not thread-safe. */
public final class Tally {
    /** Position of "not asked" behind the outcomes. */
    public static final int NOT_ASKED = Outcome.values().length;

    private final List<Question> questions;
    private final long[][] outcomes;
    private final long[][] stopped;
    private final long[][] passing;
    private final long[][] opening;
    private final long[] wanted;
    private final long[] settling;
    private final List<Map<String, Long>> results;
    private final BigDecimal[] yuan;
    private final long[] priced;
    private final long[] unpriced;
    private long read;
    private long screened;
    private long rejected;
    private long skipped;
    private long rechecked;
    private long nearMisses;

    /** {@code fields}: size of the space of missing fields. */
    public Tally(List<Question> questions, int fields) {
        this.questions = questions;
        int count = questions.size();
        outcomes = new long[count][NOT_ASKED + 1];
        stopped = parts(questions);
        passing = parts(questions);
        opening = parts(questions);
        wanted = new long[fields];
        settling = new long[fields];
        results = questions.stream()
                .map(q -> (Map<String, Long>) new TreeMap<String, Long>())
                .toList();
        yuan = new BigDecimal[count];
        Arrays.fill(yuan, BigDecimal.ZERO);
        priced = new long[count];
        unpriced = new long[count];
    }

    private static long[][] parts(List<Question> questions) {
        return questions.stream().map(q -> new long[q.parts().size()]).toArray(long[][]::new);
    }

    public void add(Block block) {
        read += block.read();
        screened += block.screened().size();
        rejected += block.rejected();
        skipped += block.skipped();
        rechecked += block.rechecked();
        for (Panel panel : block.panels()) {
            for (int q = 0; q < questions.size(); q++) {
                for (int i = 0; i < panel.count(q); i++) {
                    add(q, panel.answer(q, i), Long.bitCount(panel.firms(q, i)));
                }
            }
        }
        block.screened().forEach(this::add);
    }

    private void add(Screened firm) {
        nearMisses += firm.nearMisses().size();
        for (Screened.Benefit benefit : firm.benefits()) {
            int q = benefit.question();
            benefit.yuan().ifPresent(amount -> yuan[q] = yuan[q].add(amount));
            priced[q] += benefit.yuan().isPresent() ? 1 : 0;
            unpriced[q] += benefit.yuan().isPresent() ? 0 : 1;
        }
    }

    private void add(int q, Answer answer, long count) {
        outcomes[q][answer.outcome().map(Outcome::ordinal).orElse(NOT_ASKED)] += count;
        if (!answer.result().isEmpty()) {
            results.get(q).merge(answer.result(), count, Long::sum);
        }
        Outcome outcome = answer.outcome().orElse(Outcome.INFORMATION);
        if (outcome == Outcome.INELIGIBLE) {
            Bits.each(answer.decisive(), i -> stopped[q][i] += count);
            Bits.each(answer.passing(), i -> passing[q][i] += count);
            Bits.each(answer.opening(), i -> opening[q][i] += count);
        } else if (outcome == Outcome.INCOMPLETE) {
            boolean alone = Bits.count(answer.missing()) == 1;
            Bits.each(answer.missing(), i -> {
                wanted[i] += count;
                settling[i] += alone ? count : 0;
            });
        }
    }

    /** Adds what another tally of the same questions counted. */
    public void add(Tally other) {
        read += other.read;
        screened += other.screened;
        rejected += other.rejected;
        skipped += other.skipped;
        rechecked += other.rechecked;
        nearMisses += other.nearMisses;
        for (int q = 0; q < questions.size(); q++) {
            sum(outcomes[q], other.outcomes[q]);
            sum(stopped[q], other.stopped[q]);
            sum(passing[q], other.passing[q]);
            sum(opening[q], other.opening[q]);
            Map<String, Long> mine = results.get(q);
            other.results.get(q).forEach((result, count) -> mine.merge(result, count, Long::sum));
            yuan[q] = yuan[q].add(other.yuan[q]);
        }
        sum(wanted, other.wanted);
        sum(settling, other.settling);
        sum(priced, other.priced);
        sum(unpriced, other.unpriced);
    }

    private static void sum(long[] into, long[] more) {
        for (int i = 0; i < into.length; i++) {
            into[i] += more[i];
        }
    }

    /** The same counts, the same bytes. */
    public void write(DataOutput out) throws IOException {
        for (long number : new long[] {read, screened, rejected, skipped, rechecked, nearMisses}) {
            out.writeLong(number);
        }
        for (long[] row : counters()) {
            for (long number : row) {
                out.writeLong(number);
            }
        }
        for (int q = 0; q < questions.size(); q++) {
            out.writeUTF(yuan[q].toString());
            out.writeInt(results.get(q).size());
            for (Map.Entry<String, Long> result : results.get(q).entrySet()) {
                out.writeUTF(result.getKey());
                out.writeLong(result.getValue());
            }
        }
    }

    /** Takes over what a tally of the same questions wrote. */
    public void read(DataInput in) throws IOException {
        read = in.readLong();
        screened = in.readLong();
        rejected = in.readLong();
        skipped = in.readLong();
        rechecked = in.readLong();
        nearMisses = in.readLong();
        for (long[] row : counters()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readLong();
            }
        }
        for (int q = 0; q < questions.size(); q++) {
            yuan[q] = new BigDecimal(in.readUTF());
            for (int left = in.readInt(); left > 0; left--) {
                results.get(q).put(in.readUTF(), in.readLong());
            }
        }
    }

    private List<long[]> counters() {
        List<long[]> all = new ArrayList<>();
        for (long[][] table : List.of(outcomes, stopped, passing, opening)) {
            all.addAll(Arrays.asList(table));
        }
        all.addAll(List.of(wanted, settling, priced, unpriced));
        return all;
    }

    public List<Question> questions() {
        return questions;
    }

    public long read() {
        return read;
    }

    public long screened() {
        return screened;
    }

    public long rejected() {
        return rejected;
    }

    public long skipped() {
        return skipped;
    }

    /** Rows that the reference judged too. */
    public long rechecked() {
        return rechecked;
    }

    public long nearMisses() {
        return nearMisses;
    }

    public long outcome(int question, Outcome outcome) {
        return outcomes[question][outcome.ordinal()];
    }

    public long notAsked(int question) {
        return outcomes[question][NOT_ASKED];
    }

    /** Firms by class, of a classification. */
    public Map<String, Long> results(int question) {
        return Map.copyOf(results.get(question));
    }

    /** Firms that a condition stops, alone or with others. */
    public long stopped(int question, int part) {
        return stopped[question][part];
    }

    /** Firms that would pass if this condition alone were relaxed. */
    public long passing(int question, int part) {
        return passing[question][part];
    }

    /** Firms for which then only missing information would be in the way. */
    public long opening(int question, int part) {
        return opening[question][part];
    }

    /** Verdicts for which this field is among what is missing. */
    public long wanted(int field) {
        return wanted[field];
    }

    /** Verdicts for which it is all that is missing. */
    public long settling(int field) {
        return settling[field];
    }

    public int fields() {
        return wanted.length;
    }

    /** What the policy is worth to all who pass, as far as their figures say. */
    public BigDecimal yuan(int question) {
        return yuan[question];
    }

    public long priced(int question) {
        return priced[question];
    }

    /** Firms that pass but whose amount needs fields nobody answered. */
    public long unpriced(int question) {
        return unpriced[question];
    }
}
