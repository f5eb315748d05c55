package org.huiqi.screen.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A Parquet file as rows of cells, one row group in memory at a time. Not thread-safe; what it gives may be taken apart by other threads. */
public final class ParquetCells implements Closeable {
    /** Where there are very many columns, or very much is in them, fewer rows are given at a time. */
    private static final int MOST_CELLS = 1 << 20;

    private static final long MOST_BYTES = 8 << 20;
    private final Codecs codecs = new Codecs();
    private final ParquetFileReader reader;
    private final List<BlockMetaData> groups;
    private final List<String> names = new ArrayList<>();
    private final List<Placed> columns = new ArrayList<>();
    private final int[] places;
    private final long rows;
    private long done;
    /** Number of the next row group. */
    private int following;

    private @Nullable RowGroup open;
    /** Rows of this row group that nobody wanted before it was opened. */
    private long passed;
    /** Rows of this row group that were not given yet. */
    private long left;

    private long most;

    /** A column that is read. */
    private record Placed(ColumnDescriptor column, ValueText text) {}

    /** @throws UnreadableException if it cannot be read */
    public static ParquetCells open(Path file) throws UnreadableException {
        return UnreadableException.unless(() -> new ParquetCells(file));
    }

    private ParquetCells(Path file) throws IOException {
        Limits.footer(file);
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .usePageChecksumVerification()
                .build();
        reader = ParquetFileReader.open(new ChannelFile(file), options);
        try {
            places = columns(reader.getFileMetaData().getSchema());
            List<ColumnDescriptor> read = columns.stream().map(Placed::column).toList();
            new Limits(Files.size(file), read).check(reader.getRowGroups());
            reader.setRequestedSchema(read);
            rows = reader.getRecordCount();
            groups = List.copyOf(reader.getRowGroups());
        } catch (RuntimeException | IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Structures and raw bytes get a heading that no field has, and no cells. */
    private int[] columns(MessageType schema) throws UnreadableException {
        Limits.columns(schema.getFieldCount());
        List<ColumnDescriptor> all = schema.getColumns();
        Limits.columns(all.size());
        Map<String, List<ColumnDescriptor>> leaves = all.stream().collect(Collectors.groupingBy(c -> c.getPath()[0]));
        int[] read = new int[schema.getFieldCount()];
        for (Type field : schema.getFields()) {
            Optional<ColumnDescriptor> column = column(field, leaves.getOrDefault(field.getName(), List.of()));
            Optional<ValueText> text = column.flatMap(c -> ValueText.of(c.getPrimitiveType()));
            read[names.size()] = text.isPresent() ? columns.size() : -1;
            text.ifPresent(t -> columns.add(new Placed(column.orElseThrow(), t)));
            names.add(text.isPresent() ? field.getName() : "⟨" + field.getName() + "⟩");
        }
        return read;
    }

    /** Of a plain field, or of a list of plain values. */
    private static Optional<ColumnDescriptor> column(Type field, List<ColumnDescriptor> leaves) {
        boolean plain = field.isPrimitive() || field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation;
        return plain && leaves.size() == 1 && leaves.get(0).getMaxRepetitionLevel() <= 1
                ? Optional.of(leaves.get(0))
                : Optional.empty();
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    public long rows() {
        return rows;
    }

    /** How many rows were read. */
    public long done() {
        return done;
    }

    public boolean hasNext() {
        return done < rows && !columns.isEmpty();
    }

    /**
     * The next rows, so many at most, and never of two row groups: a column's values lie together, and so they are read.
     *
     * @throws UnreadableException if the file breaks off there, or is broken
     */
    public Cells next(int most) throws UnreadableException {
        return UnreadableException.unless(() -> {
            int count = count(most);
            RowGroup group = open == null ? group() : open;
            open = group;
            return new Cells(places, group, group.next(count));
        });
    }

    /** Passes over the rows that {@link #next} would give, and says how many. A row group nobody wants anything of is not even read. */
    public int pass(int most) throws UnreadableException {
        return UnreadableException.unless(() -> {
            int count = count(most);
            if (open == null) {
                passed += count;
            } else {
                open.pass(count);
            }
            return count;
        });
    }

    private int count(int wished) throws IOException {
        while (left == 0) {
            end();
            BlockMetaData next = groups.get(following++);
            left = next.getRowCount();
            most = Math.min(MOST_CELLS / names.size(), MOST_BYTES / (Limits.unpacked(next) / Math.max(1, left) + 1));
        }
        int count = (int) Math.min(left, Math.min(wished, Math.max(1, most)));
        left -= count;
        done += count;
        return count;
    }

    private RowGroup group() throws IOException {
        codecs.allow(Limits.unpacked(groups.get(following - 1)));
        PageReadStore pages = reader.readRowGroup(following - 1);
        List<ColumnCells> cells = new ArrayList<>();
        for (Placed placed : columns) {
            PageReader read = new CheckedPages(pages.getPageReader(placed.column()));
            cells.add(new ColumnCells(
                    placed.column(), new ColumnPages(placed.column(), placed.text(), read), read.getTotalValueCount()));
        }
        RowGroup group = new RowGroup(cells);
        group.pass(passed);
        return group;
    }

    /** Two row groups are never in memory at once. */
    private void end() {
        if (open != null) {
            open.finish();
            open = null;
        }
        passed = 0;
    }

    /** Who has got the last row may yet take it apart; who stops before that wants none of those there are. */
    @Override
    public void close() throws IOException {
        if (open != null && hasNext()) {
            open.drop();
            open = null;
        }
        end();
        reader.close();
    }
}
