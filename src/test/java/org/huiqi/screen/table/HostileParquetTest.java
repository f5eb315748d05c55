package org.huiqi.screen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files whose footer says what is not so. */
final class HostileParquetTest {
    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    /** Each is refused as such; {@code says}: a part of the reason. */
    private enum Lie {
        MORE_CELLS_THAN_ANYBODY_WROTE("cells") {
            @Override
            void tell(FileMetaData file) {
                rows(file, 150_000, file.getRow_groups().get(0));
                file.unsetColumn_orders();
                SchemaElement last = file.getSchema().get(3);
                for (int i = 0; i < 3_000; i++) {
                    SchemaElement more = new SchemaElement(last);
                    more.setName("c" + i);
                    file.addToSchema(more);
                    var chunk = file.getRow_groups().get(0).getColumns().get(2).deepCopy();
                    chunk.getMeta_data().setPath_in_schema(List.of("c" + i));
                    file.getRow_groups().get(0).addToColumns(chunk);
                }
                file.getSchema().get(0).setNum_children(3_003);
            }
        },
        MORE_ROWS_THAN_BYTES("rows in") {
            @Override
            void tell(FileMetaData file) {
                rows(file, 1L << 40, file.getRow_groups().get(0));
            }
        },
        ROWS_THAT_OVERFLOW("it is incomplete or broken") {
            @Override
            void tell(FileMetaData file) {
                rows(file, Long.MAX_VALUE, file.getRow_groups().get(0));
                file.addToRow_groups(file.getRow_groups().get(0).deepCopy());
            }
        },
        LESS_THAN_NO_ROWS("contradicts itself") {
            @Override
            void tell(FileMetaData file) {
                rows(file, -1, file.getRow_groups().get(0));
            }
        },
        MORE_ROWS_THAN_THERE_ARE("incomplete or broken") {
            @Override
            void tell(FileMetaData file) {
                rows(file, ROWS + 1, file.getRow_groups().get(0));
            }
        },
        A_COLUMN_BEHIND_THE_END("contradicts itself") {
            @Override
            void tell(FileMetaData file) {
                column(file, 1).setData_page_offset(1L << 50);
            }
        },
        A_COLUMN_AS_LONG_AS_NO_MEMORY("contradicts itself") {
            @Override
            void tell(FileMetaData file) {
                column(file, 1).setTotal_compressed_size(1L << 50);
            }
        },
        PAGES_THAT_UNPACK_TO_MORE_THAN_IS_SAID("unpacks to") {
            @Override
            void tell(FileMetaData file) {
                file.getRow_groups()
                        .get(0)
                        .getColumns()
                        .forEach(c -> c.getMeta_data().setTotal_uncompressed_size(10));
            }
        };

        private final String says;

        Lie(String says) {
            this.says = says;
        }

        abstract void tell(FileMetaData file);

        static ColumnMetaData column(FileMetaData file, int column) {
            return file.getRow_groups().get(0).getColumns().get(column).getMeta_data();
        }

        static void rows(FileMetaData file, long rows, RowGroup group) {
            file.setNum_rows(rows);
            group.setNum_rows(rows);
            group.getColumns().forEach(c -> c.getMeta_data().setNum_values(rows));
        }
    }

    private interface Change {
        void of(FileMetaData file);
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void aFooterThatLiesIsRefusedInWordsThatSayHow(Lie lie) throws IOException {
        Path file = changed(sound(), lie::tell);
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(lie.says)
                .hasMessageNotContainingAny("Exception", "Path@")
                .hasMessageNotContaining("\n");
    }

    /** Written without an exponent, such a number would be as long as its scale. */
    @Test
    void aDecimalOfAHundredThousandPlacesIsNoCell() throws IOException {
        Path file = changed(sound(), f -> {
            DecimalType decimal = new DecimalType(2_000_000_000, 2_000_000_000);
            SchemaElement name = f.getSchema().get(1);
            name.setConverted_type(ConvertedType.DECIMAL);
            name.setLogicalType(LogicalType.DECIMAL(decimal));
            name.setScale(decimal.getScale());
            name.setPrecision(decimal.getPrecision());
        });
        assertThat(all(file).get(0).get(0)).isEqualTo("⟨name⟩");
    }

    @Test
    void ofTwoColumnsOfOneNameNeitherIsRead() throws IOException {
        Path file = changed(sound(), f -> {
            f.getSchema().get(2).setName("yes");
            Lie.column(f, 1).setPath_in_schema(List.of("yes"));
        });
        assertThat(all(file).get(0)).containsExactly("name", "⟨yes⟩", "⟨yes⟩");
        assertThat(all(file).get(ROWS)).containsExactly("企业" + (ROWS - 1) % 50, "", "");
    }

    @Test
    void aRowGroupWithoutRowsIsPassedOver() throws IOException {
        Path file = changed(sound(), f -> {
            RowGroup none = f.getRow_groups().get(0).deepCopy();
            none.setNum_rows(0);
            none.getColumns().forEach(c -> c.getMeta_data().setNum_values(0).setTotal_uncompressed_size(0));
            f.setRow_groups(new ArrayList<>(List.of(none, f.getRow_groups().get(0), none)));
        });
        assertThat(all(file)).isEqualTo(all(Files.write(folder.resolve("sound.parquet"), sound())));
    }

    /** Pages carry a checksum. */
    @Test
    void aByteThatChangedInAPageIsNoticed() throws IOException {
        byte[] bytes = sound();
        ColumnMetaData names = Lie.column(footer(bytes), 0);
        bytes[(int) (names.getDictionary_page_offset() + names.getTotal_compressed_size() - 5)] ^= 1;
        Path file = Files.write(folder.resolve("changed.parquet"), bytes);
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("changed.parquet:2: ");
    }

    /** One word of a dictionary, in every row. */
    @Test
    void rowsThatGrowToMoreThanAnybodyWritesAreRefused() throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 40; c++) {
            columns.add(new Column("c" + c, Kind.TEXT));
        }
        String word = "x".repeat(30_000);
        Path file = Files.write(folder.resolve("long.parquet"), written(columns, (table, row) -> {
            for (int c = 0; c < 40; c++) {
                table.text(c, word);
            }
        }));
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("too long");
    }

    private interface Filling {
        void row(ParquetTable table, int row);
    }

    private static byte[] sound() throws IOException {
        return written(
                List.of(new Column("name", Kind.TEXT), new Column("n", Kind.NUMBER), new Column("yes", Kind.TEXT)),
                (table, row) -> {
                    table.text(0, "企业" + row % 50);
                    table.number(1, row);
                    table.text(2, "是");
                });
    }

    private static byte[] written(List<Column> columns, Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetTable table = new ParquetTable(out, columns, Map.of())) {
            for (int row = 0; row < ROWS; row++) {
                filling.row(table, row);
                table.next();
            }
        }
        return out.toByteArray();
    }

    private static int footerLength(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    }

    private static FileMetaData footer(byte[] file) throws IOException {
        int length = footerLength(file);
        return Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
    }

    private Path changed(byte[] file, Change change) throws IOException {
        FileMetaData footer = footer(file);
        change.of(footer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, file.length - 8 - footerLength(file));
        int before = out.size();
        Util.writeFileMetaData(footer, out);
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(out.size() - before);
        out.write(length.array());
        out.write(Arrays.copyOfRange(file, file.length - 4, file.length));
        return Files.write(folder.resolve("lying.parquet"), out.toByteArray());
    }

    private static List<List<String>> all(Path file) {
        List<List<String>> all = new ArrayList<>();
        try (Tables tables = Tables.open(file);
                Rows rows = tables.sheets().get(0).open()) {
            rows.forEachRemaining(r -> all.add(List.of(((Row.Cells) r).cells())));
        }
        return all;
    }
}
