package org.huiqi.report.sheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.report.Json;

/** Reads a filled-in workbook as the tree of a profile; what the answers mean is decided where every profile is read. */
public final class WorkbookReader {
    private static final long MOST_BYTES = 60_000_000;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_ROWS = 2_000;
    private final Dictionary dictionary;
    private final ObjectNode profile = Json.object();

    private WorkbookReader(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** @throws InvalidInputException if it is no workbook of ours, or larger than anyone fills in */
    public static ObjectNode read(Dictionary dictionary, byte[] bytes) {
        try {
            checkSize(bytes);
            WorkbookReader reader = new WorkbookReader(dictionary);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                reader.book(book);
            }
            return reader.profile;
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused("不是可以读的 XLSX 文件", "this is no XLSX file that can be read");
        }
    }

    private static InvalidInputException refused(String zh, String en) {
        Text way = new Text(
                "请用自查页面(或 huiqi ask -o 表.xlsx)给出的表格,另存为 XLSX;许多企业的名单用 huiqi screen。",
                "Use the sheet that the self-check page (or huiqi ask -o FILE.xlsx) gives, saved as XLSX; a list of firms goes to huiqi screen.");
        return new InvalidInputException(List.of(new Problem("file", new Text(zh, en), way)));
    }

    /** A small file may unfold to gigabytes; nothing it says about its own sizes is believed. */
    private static void checkSize(byte[] bytes) throws IOException {
        long total = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw refused("文件里的内容过多", "the file holds too many parts");
            }
            for (ZipArchiveEntry entry : entries) {
                total += size(zip.getInputStream(entry), MOST_BYTES - total);
            }
        }
    }

    private static long size(InputStream part, long most) throws IOException {
        byte[] chunk = new byte[65_536];
        long size = 0;
        try (part) {
            for (int read = part.read(chunk); read >= 0; read = part.read(chunk)) {
                size += read;
                if (size > most) {
                    throw refused("文件展开后过大", "the file unfolds to more than is sensible");
                }
            }
        }
        return size;
    }

    private void book(ReadableWorkbook book) throws IOException {
        Sheet enterprise = book.findSheet(Layout.ENTERPRISE)
                .orElseThrow(() ->
                        refused("没有“" + Layout.ENTERPRISE + "”这张表", "there is no sheet '" + Layout.ENTERPRISE + "'"));
        enterprise(rows(enterprise));
        for (FactType type : dictionary.repeated()) {
            Optional<Sheet> sheet = book.findSheet(Layout.sheet(type));
            if (sheet.isPresent()) {
                elements(type, rows(sheet.get()));
            }
        }
        Optional<Sheet> reviews = book.findSheet(Layout.REVIEWS);
        if (reviews.isPresent()) {
            reviews(rows(reviews.get()));
        }
    }

    private static List<Row> rows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.limit(MOST_ROWS).toList();
        }
    }

    /** A list of firms has a sheet of that name too, and no names of fields in this column. */
    private void enterprise(List<Row> rows) {
        String heading = Layout.HEADINGS.get(Layout.NAME);
        if (rows.isEmpty() || !text(rows.get(0), Layout.NAME).equals(heading)) {
            throw refused(
                    "“" + Layout.ENTERPRISE + "”表里没有“" + heading + "”一列",
                    "its sheet '" + Layout.ENTERPRISE + "' has no column '" + heading + "'");
        }
        for (Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            String name = text(row, Layout.NAME);
            if (!name.isEmpty() && !text(row, Layout.ANSWER).isEmpty()) {
                answer(name, row);
            }
        }
    }

    private void answer(String name, Row row) {
        Optional<FactType> list = dictionary.repeated().stream()
                .filter(t -> t.list().equals(name))
                .findFirst();
        if (list.isPresent()) {
            profile.putArray(name);
        } else {
            put(profile, name, dictionary.enterprise().find(name), row.getCell(Layout.ANSWER));
        }
    }

    private void elements(FactType type, List<Row> rows) {
        if (rows.size() <= Layout.FIRST) {
            return;
        }
        Row names = rows.get(Layout.NAMES);
        ArrayNode elements = Json.object().putArray(type.list());
        for (Row row : rows.subList(Layout.FIRST, rows.size())) {
            ObjectNode element = Json.object();
            for (int c = 0; c < names.getCellCount(); c++) {
                String name = text(names, c);
                if (!name.isEmpty() && !text(row, c).isEmpty()) {
                    put(element, name, type.find(name), row.getCell(c));
                }
            }
            if (!element.isEmpty()) {
                elements.add(element);
            }
        }
        if (!elements.isEmpty()) {
            profile.set(type.list(), elements);
        }
    }

    private void reviews(List<Row> rows) {
        ArrayNode reviews = Json.object().putArray("reviews");
        for (Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            ObjectNode review = Json.object();
            for (int c = 0; c < Layout.REVIEW.size(); c++) {
                String value = text(row, c);
                if (!value.isEmpty()) {
                    review.put(Layout.REVIEW.get(c), value);
                }
            }
            if (!review.isEmpty()) {
                String met = review.path("met").asText();
                review.put("met", met.equals("是") || met.equalsIgnoreCase("true"));
                reviews.add(review);
            }
        }
        if (!reviews.isEmpty()) {
            profile.set("reviews", reviews);
        }
    }

    private static void put(ObjectNode into, String name, Optional<Field> field, Cell cell) {
        boolean several = field.filter(f -> f.type() == FieldType.TEXTS).isPresent();
        String value = value(field, cell);
        if (several) {
            ArrayNode texts = into.putArray(name);
            List<String> given = new ArrayList<>(
                    value.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
            given.remove(Layout.NONE);
            given.forEach(texts::add);
        } else {
            into.put(name, value);
        }
    }

    /** Excel keeps dates as numbers of days, and numbers in binary: 0.15 comes as 0.15000000000000002. What is no field is the date of assessment. */
    private static String value(Optional<Field> field, Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return text(cell);
        }
        boolean date = field.map(f -> f.type() == FieldType.DATE).orElse(true);
        return date
                ? cell.asDate().toLocalDate().toString()
                : new BigDecimal(cell.getRawValue())
                        .round(new MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String text(Row row, int column) {
        return column < row.getCellCount()
                ? Optional.ofNullable(row.getCell(column))
                        .map(WorkbookReader::text)
                        .orElse("")
                : "";
    }

    private static String text(Cell cell) {
        return cell.getText() == null ? "" : cell.getText().strip();
    }
}
