package org.huiqi.screen.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays in memory, and what never gets there. */
final class MemoryTest {
    private static final int COLUMNS = 100;
    private static final int ROWS = 300;

    @TempDir
    private Path folder;

    @Test
    void aWordThatIsRememberedKeepsNoColumnInMemory() {
        Word word = new Word("a rare answer");
        WeakReference<CodedValues> column = new WeakReference<>(written(word));
        System.gc();
        assertThat(column.get()).isNull();
        assertThat(word.bytes()).isNotEmpty();
    }

    private static CodedValues written(Word word) {
        CodedValues values = new CodedValues();
        values.add(word);
        values.add(word);
        assertThat(values.words()).hasSize(1);
        return values;
    }

    /** A word of a dictionary in every row, two groups of rows; unpacked it would be two gigabytes. */
    private ParquetCells swollen() throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < COLUMNS; c++) {
            columns.add(new Column("c" + c, Kind.TEXT));
        }
        Word word = new Word("x".repeat(32_000));
        Sheaf rows = new Sheaf(columns, ROWS);
        for (int c = 0; c < COLUMNS; c++) {
            for (int row = 0; row < ROWS; row++) {
                rows.word(c, row, word);
            }
        }
        Path file = folder.resolve("swollen.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                ParquetTable table = new ParquetTable(out, columns, Map.of())) {
            table.add(rows);
            table.endGroup();
            table.add(rows);
        }
        return ParquetCells.open(file);
    }

    private static List<Cells> group(ParquetCells file) throws IOException {
        List<Cells> batches = new ArrayList<>();
        for (int given = 0;
                given < ROWS;
                given += batches.get(batches.size() - 1).rows()) {
            batches.add(file.next(100));
        }
        return batches;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void rowsTooLongAreNotTakenApartForThoseWhoCloseTheFile() throws IOException {
        ParquetCells file = swollen();
        List<Cells> batches = group(file);
        assertThatThrownBy(() -> batches.get(0).bytes()).hasMessageContaining("too long");
        long before = allocated();
        file.close();
        assertThat(allocated() - before).isLessThan(10 << 20);
        assertThatThrownBy(() -> batches.get(1).bytes()).isInstanceOf(UnreadableException.class);
    }

    @Test
    void rowsTooLongAreNotTakenApartWhereARowGroupEnds() throws IOException {
        try (ParquetCells file = swollen()) {
            List<Cells> batches = group(file);
            long before = allocated();
            group(file);
            assertThat(allocated() - before).isLessThan(400 << 20);
            for (Cells cells : batches) {
                assertThatThrownBy(cells::bytes).hasMessageContaining("too long");
            }
        }
    }

    /** Whoever reads takes apart on other threads what he has got, and may be through with the file before they are. */
    @Test
    void theLastRowsAreThereAfterTheFileWasClosed() throws IOException {
        Path path = folder.resolve("short.parquet");
        try (OutputStream out = Files.newOutputStream(path);
                ParquetTable table = new ParquetTable(out, List.of(new Column("name", Kind.TEXT)), Map.of())) {
            for (int row = 0; row < 250; row++) {
                table.text(0, "企业" + row);
                table.next();
            }
        }
        List<Cells> batches = new ArrayList<>();
        try (ParquetCells file = ParquetCells.open(path)) {
            while (file.hasNext()) {
                batches.add(file.next(100));
            }
        }
        assertThat(batches.get(2).texts(49)).containsExactly("企业249");
        assertThat(batches.get(0).texts(0)).containsExactly("企业0");
    }
}
