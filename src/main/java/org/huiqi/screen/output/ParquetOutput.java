package org.huiqi.screen.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.huiqi.problem.Lang;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.huiqi.screen.parquet.Sheaf;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Screened;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Written;

/** The matrix as Parquet, one firm a row and codes for programs; near misses, rejected rows and the summary in files beside it. */
final class ParquetOutput implements Output {
    private static final byte[] NOTHING = {};
    private static final List<Column> REJECTED =
            List.of(text("sheet"), number("row"), text("column"), text("value"), text("reason"), text("remedy"));
    private static final List<Column> NEAR = List.of(
            text("sheet"),
            number("row"),
            text("creditCode"),
            text("name"),
            text("policy"),
            text("policyName"),
            text("condition"),
            text("demands"),
            text("gap"));
    /** Rows of the list after which every table ends its row group: only there can another process go on. */
    private static final int REST = 100_000;

    private final Words words;
    private final ParquetMatrix matrix;
    private final TableFile firms;
    private final TableFile rejected;
    private final TableFile near;
    private final PartFile summary;
    private final List<PartFile> files;
    /** By the number of its block. */
    private final Map<Long, Sheaf> filled = new ConcurrentHashMap<>();

    private long since;

    /** A table, the file it goes to, and what is kept of its row groups until that file is complete. */
    private record TableFile(PartFile file, PartFile groups, ParquetTable table) {
        static TableFile open(PartFile file, PartFile groups, List<Column> columns, Map<String, String> notes)
                throws IOException {
            if (file.begun() == 0) {
                return new TableFile(file, groups, new ParquetTable(file.out(), columns, notes, groups.out()));
            }
            try (InputStream before = groups.read()) {
                return new TableFile(
                        file,
                        groups,
                        ParquetTable.resumed(file.out(), columns, notes, groups.out(), file.begun(), before));
            }
        }

        void finish() throws IOException {
            table.close();
            file.finish();
        }
    }

    ParquetOutput(Path file, Judge judge, Lang lang, List<Written> from) throws IOException {
        this.words = new Words(judge, lang);
        this.matrix = new ParquetMatrix(words);
        Path lost = CsvOutput.beside(file, "rejected.parquet");
        Path almost = CsvOutput.beside(file, "near.parquet");
        Path sums = CsvOutput.beside(file, "summary.json");
        this.files = PartFile.all(List.of(file, lost, almost, sums, groups(file), groups(lost), groups(almost)), from);
        Map<String, String> notes = matrix.notes();
        this.firms = TableFile.open(files.get(0), files.get(4), matrix.columns(), notes);
        this.rejected = TableFile.open(files.get(1), files.get(5), REJECTED, notes);
        this.near = TableFile.open(files.get(2), files.get(6), NEAR, notes);
        this.summary = files.get(3);
    }

    private static Path groups(Path table) {
        return table.resolveSibling(table.getFileName() + ".groups");
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    /** Rows are filled where they come from; a block is too short to be more than a part of a row group, so bytes come later. */
    @Override
    public Writer writer() {
        ParquetMatrix.Filling filling = matrix.new Filling();
        return block -> {
            filled.put(block.number(), filling.rows(block));
            return NOTHING;
        };
    }

    @Override
    public void accept(Block block, byte[] bytes) throws IOException {
        firms.table().add(Objects.requireNonNull(filled.remove(block.number())));
        for (Screened firm : block.screened()) {
            for (Screened.NearMiss miss : firm.nearMisses()) {
                near(firm, miss);
            }
        }
        for (Rejection rejection : block.rejections()) {
            rejected(rejection);
        }
        since += block.read();
        if (since >= REST) {
            rest();
        }
    }

    private void rest() throws IOException {
        for (TableFile table : List.of(firms, rejected, near)) {
            table.table().endGroup();
        }
        since = 0;
    }

    @Override
    public List<Written> mark() throws IOException {
        return since == 0 ? PartFile.marks(files) : List.of();
    }

    private void near(Screened firm, Screened.NearMiss miss) throws IOException {
        Question question = words.judge().questions().get(miss.question());
        String part = question.parts().get(miss.part());
        ParquetTable table = near.table();
        table.text(0, firm.sheet());
        table.number(1, firm.row());
        table.text(2, firm.code());
        table.text(3, firm.name());
        table.text(4, question.policy().id());
        table.text(5, words.policy(question));
        table.text(6, part);
        table.text(7, words.claim(question, part));
        table.text(8, miss.gap());
        table.next();
    }

    private void rejected(Rejection rejection) throws IOException {
        ParquetTable table = rejected.table();
        table.text(0, rejection.sheet());
        table.number(1, rejection.row());
        table.text(2, rejection.column());
        table.text(3, rejection.value());
        table.text(4, words.of(rejection.reason()));
        table.text(5, words.of(rejection.remedy()));
        table.next();
    }

    @Override
    public void finish(Summary result) throws IOException {
        for (Rejection rejection : result.relatedRejections()) {
            rejected(rejection);
        }
        summary.out().write(SummaryJson.write(words, result).getBytes(StandardCharsets.UTF_8));
        rejected.finish();
        near.finish();
        summary.finish();
        firms.finish();
    }

    /** The tables are not closed: that would write the end of files nobody wants. */
    @Override
    public void close() throws IOException {
        for (PartFile file : files) {
            file.close();
        }
    }
}
