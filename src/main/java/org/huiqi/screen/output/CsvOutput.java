package org.huiqi.screen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.problem.Lang;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Panel;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Screened;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Written;

/** The matrix as separated text, with what was rejected, near misses, what its conditions say and the summary in files beside it. */
final class CsvOutput implements Output {
    private static final int MOST_REMEMBERED = 1 << 14;
    private static final byte[] END = bytes("\r\n");
    private final Words words;
    private final PartFile matrix;
    private final PartFile rejected;
    private final PartFile near;
    private final PartFile summary;
    private final Path conditions;

    CsvOutput(Path file, Judge judge, Lang lang, List<Written> from) throws IOException {
        this.words = new Words(judge, lang).brief();
        List<PartFile> parts = PartFile.all(
                List.of(file, beside(file, "rejected.csv"), beside(file, "near.csv"), beside(file, "summary.json")),
                from);
        this.matrix = parts.get(0);
        this.rejected = parts.get(1);
        this.near = parts.get(2);
        this.summary = parts.get(3);
        this.conditions = beside(file, "criteria.csv");
        if (from.isEmpty()) {
            begin();
        }
    }

    private void begin() throws IOException {
        matrix.out().write(bytes(Csv.MARK + heading()));
        rejected.out().write(bytes(Csv.MARK + RejectedText.heading(words)));
        near.out().write(bytes(Csv.MARK + NearText.heading(words)));
    }

    /** {@code result.csv} becomes {@code result.near.csv}. */
    static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + "." + ending);
    }

    private String heading() {
        List<String> cells = new ArrayList<>(
                List.of(words.of("表", "sheet"), words.of("行", "row"), "统一社会信用代码", words.of("企业名称", "name")));
        for (Question question : words.judge().questions()) {
            cells.add(words.policy(question));
            cells.add(words.policy(question) + words.of("·原因", " · why"));
        }
        return Csv.line(cells);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Writer writer() {
        return new MatrixWriter()::write;
    }

    /** On one thread: what an answer looks like is remembered as bytes. */
    private final class MatrixWriter {
        private final List<Map<Answer, byte[]>> cells = words.judge().questions().stream()
                .map(q -> (Map<Answer, byte[]>) new IdentityHashMap<Answer, byte[]>())
                .toList();
        private byte[] out = new byte[1 << 20];
        private int length;
        private final StringBuilder head = new StringBuilder();
        /** By firm and question. */
        private final byte[][][] shown = new byte[Panel.MOST][cells.size()][];

        private final List<Question> questions = words.judge().questions();

        byte[] write(Block block) {
            length = 0;
            int from = 0;
            for (Panel panel : block.panels()) {
                rows(panel, block.screened().subList(from, from + panel.size()));
                from += panel.size();
            }
            return Arrays.copyOf(out, length);
        }

        private void rows(Panel panel, List<Screened> firms) {
            for (int q = 0; q < questions.size(); q++) {
                for (int i = 0; i < panel.count(q); i++) {
                    byte[] cell = cell(q, panel.answer(q, i));
                    for (long left = panel.firms(q, i); left != 0; left &= left - 1) {
                        shown[Long.numberOfTrailingZeros(left)][q] = cell;
                    }
                }
            }
            for (int f = 0; f < firms.size(); f++) {
                row(firms.get(f), shown[f]);
            }
        }

        private void row(Screened firm, byte[][] answers) {
            head.setLength(0);
            Csv.cell(head, firm.sheet());
            head.append(',').append(firm.row()).append(',').append(firm.code()).append(',');
            Csv.cell(head, firm.name());
            put(bytes(head.toString()));
            for (byte[] answer : answers) {
                put(answer);
            }
            put(END);
        }

        private void put(byte[] bytes) {
            if (length + bytes.length > out.length) {
                out = Arrays.copyOf(out, 2 * out.length + bytes.length);
            }
            System.arraycopy(bytes, 0, out, length, bytes.length);
            length += bytes.length;
        }

        private byte[] cell(int question, Answer answer) {
            Map<Answer, byte[]> mine = cells.get(question);
            byte[] known = mine.get(answer);
            if (known == null) {
                if (mine.size() > MOST_REMEMBERED) {
                    mine.clear();
                }
                known = make(question, answer);
                mine.put(answer, known);
            }
            return known;
        }

        private byte[] make(int question, Answer answer) {
            StringBuilder cell = new StringBuilder(",");
            Csv.cell(cell, words.verdict(answer));
            cell.append(',');
            Csv.cell(cell, words.reason(questions.get(question), answer));
            return bytes(cell.toString());
        }
    }

    @Override
    public void accept(Block block, byte[] bytes) throws IOException {
        matrix.out().write(bytes);
        for (Rejection rejection : block.rejections()) {
            rejected.out().write(bytes(RejectedText.line(words, rejection)));
        }
        for (Screened firm : block.screened()) {
            for (Screened.NearMiss miss : firm.nearMisses()) {
                near.out().write(bytes(NearText.line(words, firm, miss)));
            }
        }
    }

    @Override
    public List<Written> mark() throws IOException {
        return PartFile.marks(List.of(matrix, rejected, near, summary));
    }

    @Override
    public void finish(Summary result) throws IOException {
        for (Rejection rejection : result.relatedRejections()) {
            rejected.out().write(bytes(RejectedText.line(words, rejection)));
        }
        summary.out().write(bytes(SummaryJson.write(words, result)));
        conditions(result);
        for (PartFile file : List.of(rejected, near, summary, matrix)) {
            file.finish();
        }
    }

    /** What the ids in the matrix stand for; known only now, and soon written. */
    private void conditions(Summary result) throws IOException {
        try (PartFile file = new PartFile(conditions)) {
            file.out().write(bytes(Csv.MARK + Csv.line(ConditionText.columns(words))));
            ConditionText.each(words, result.tally(), cells -> file.out().write(bytes(Csv.line(cells))));
            file.finish();
        }
    }

    @Override
    public void close() throws IOException {
        for (PartFile file : List.of(matrix, rejected, near, summary)) {
            file.close();
        }
    }
}
