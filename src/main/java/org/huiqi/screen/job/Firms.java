package org.huiqi.screen.job;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.log.Disk;
import org.huiqi.screen.result.Screened;
import org.huiqi.verdict.Outcome;

/**
 * The firms of a finished job, to be looked through without reading all that was found: an index beside the results holds what is searched and
 * sorted by, and where the firm's line of JSON is. Thread-safe.
 */
public final class Firms {
    static final String INDEX = "firms.index";
    static final String LINES = "results.ndjson";
    private static final int NONE = -1;
    /** Stands in the byte of an outcome where one condition alone keeps the firm from the policy. */
    private static final int NEAR = 0x40;
    /** Comes first where it does, in the place of a count; older indexes have none. */
    private static final int WITH_NEAR = -1;

    private final Path folder;

    Firms(Path folder) {
        this.folder = folder;
    }

    /** What firms may be put in order by. */
    public enum Order {
        ROW,
        NAME,
        PASSED,
        NEAR
    }

    /**
     * Which firms are wanted.
     *
     * @param search in name or code; empty: all
     * @param policy id; empty: any
     * @param outcome of that policy, or of any; empty: any
     * @param near only those that one condition keeps from that policy, or from any
     */
    public record Wanted(
            String search, String policy, Optional<Outcome> outcome, boolean near, Order order, int page, int size) {}

    /**
     * One firm in the index.
     *
     * @param number of the firm among all, from 0
     * @param passed policies it is eligible for, or awaits review of
     * @param near policies it would pass if one condition were relaxed
     */
    public record Row(
            long number,
            String sheet,
            long row,
            String code,
            String name,
            int passed,
            int near,
            long offset,
            int length) {}

    /** {@code all}: how many firms are wanted; {@code rows}: those of the page. */
    public record Page(long all, List<Row> rows) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    private record Read(Row row, byte[] outcomes) {}

    /** Can it be told from which policies one condition keeps a firm? Not where an older build found them. */
    public boolean tellsNear() throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(INDEX)))) {
            return in.readInt() == WITH_NEAR;
        }
    }

    /** One page of those wanted. */
    public Page find(Wanted wanted) throws IOException {
        int last = (wanted.page() + 1) * wanted.size();
        Comparator<Row> order = order(wanted.order());
        // the worst of the best on top
        PriorityQueue<Row> best = new PriorityQueue<>(order.reversed());
        long[] all = new long[1];
        each((policies, read) -> {
            if (fits(read, wanted, policies.indexOf(wanted.policy()))) {
                all[0]++;
                best.add(read.row());
                if (best.size() > last) {
                    best.remove();
                }
            }
        });
        List<Row> rows = new ArrayList<>(best);
        rows.sort(order);
        int from = Math.min(rows.size(), wanted.page() * wanted.size());
        return new Page(all[0], rows.subList(from, rows.size()));
    }

    private static Comparator<Row> order(Order order) {
        Comparator<Row> rows = Comparator.comparingLong(Row::number);
        return switch (order) {
            case ROW -> rows;
            case NAME -> Comparator.comparing(Row::name).thenComparing(rows);
            case PASSED -> Comparator.comparingInt((Row r) -> -r.passed()).thenComparing(rows);
            case NEAR -> Comparator.comparingInt((Row r) -> -r.near()).thenComparing(rows);
        };
    }

    private static boolean fits(Read read, Wanted wanted, int policy) {
        Row row = read.row();
        return (row.name().contains(wanted.search()) || row.code().contains(wanted.search()))
                && (!wanted.near() || any(read.outcomes(), policy, Firms::near))
                && wanted.outcome()
                        .map(o -> any(read.outcomes(), policy, b -> outcome(b) == o.ordinal()))
                        .orElse(true);
    }

    private interface Is {
        boolean so(byte outcome);
    }

    private static boolean any(byte[] outcomes, int policy, Is is) {
        if (policy >= 0) {
            return is.so(outcomes[policy]);
        }
        for (byte outcome : outcomes) {
            if (is.so(outcome)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(byte outcome) {
        return outcome >= 0 && (outcome & NEAR) != 0;
    }

    private static int outcome(byte outcome) {
        return outcome < 0 ? NONE : outcome & ~NEAR;
    }

    /** What was found of one firm: a line of JSON as in the NDJSON result. */
    public Optional<byte[]> line(long number) throws IOException {
        List<Row> found = new ArrayList<>(1);
        each((policies, read) -> {
            if (read.row().number() == number) {
                found.add(read.row());
            }
        });
        if (found.isEmpty()) {
            return Optional.empty();
        }
        byte[] line = new byte[found.get(0).length()];
        try (RandomAccessFile lines = new RandomAccessFile(folder.resolve(LINES).toFile(), "r")) {
            lines.seek(found.get(0).offset());
            lines.readFully(line);
        }
        return Optional.of(line);
    }

    private interface Use {
        void accept(List<String> policies, Read read);
    }

    private void each(Use use) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(INDEX)), 1 << 18))) {
            List<String> policies = new ArrayList<>();
            int first = in.readInt();
            for (int left = first == WITH_NEAR ? in.readInt() : first; left > 0; left--) {
                policies.add(in.readUTF());
            }
            for (long number = 0; ; number++) {
                use.accept(policies, read(in, number, policies.size()));
            }
        } catch (EOFException end) {
            // every record has been read
        }
    }

    private static Read read(DataInputStream in, long number, int policies) throws IOException {
        String sheet = in.readUTF();
        long row = in.readLong();
        String code = in.readUTF();
        String name = in.readUTF();
        int near = in.readInt();
        long offset = in.readLong();
        int length = in.readInt();
        byte[] outcomes = new byte[policies];
        in.readFully(outcomes);
        int passed = 0;
        for (byte each : outcomes) {
            int outcome = outcome(each);
            passed += outcome == Outcome.ELIGIBLE.ordinal() || outcome == Outcome.REVIEW.ordinal() ? 1 : 0;
        }
        return new Read(new Row(number, sheet, row, code, name, passed, near, offset, length), outcomes);
    }

    /** Writes an index while the lines are written. */
    static final class Writer implements Closeable {
        private final Path file;
        private final DataOutputStream out;
        private long offset;

        Writer(Path folder, List<Question> questions) throws IOException {
            file = folder.resolve(INDEX);
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 18));
            out.writeInt(WITH_NEAR);
            out.writeInt(questions.size());
            for (Question question : questions) {
                out.writeUTF(question.policy().id());
            }
        }

        /** {@code lines}: of these firms, one each. */
        void add(List<Screened> firms, byte[] lines) throws IOException {
            int from = 0;
            for (Screened firm : firms) {
                int end = from;
                while (lines[end] != '\n') {
                    end++;
                }
                add(firm, offset + from, end - from);
                from = end + 1;
            }
            offset += lines.length;
        }

        private void add(Screened firm, long at, int length) throws IOException {
            out.writeUTF(firm.sheet());
            out.writeLong(firm.row());
            out.writeUTF(firm.code());
            out.writeUTF(clipped(firm.name()));
            out.writeInt((int) Stream.of(firm.answers()).filter(Answer::near).count());
            out.writeLong(at);
            out.writeInt(length);
            for (var answer : firm.answers()) {
                int near = answer.near() ? NEAR : 0;
                out.writeByte(answer.outcome().map(o -> o.ordinal() | near).orElse(NONE));
            }
        }

        private static String clipped(String name) {
            boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= 1_000;
            return fits ? name : name.substring(0, Math.min(name.length(), 200));
        }

        @Override
        public void close() throws IOException {
            out.close();
            Disk.force(file);
        }
    }
}
