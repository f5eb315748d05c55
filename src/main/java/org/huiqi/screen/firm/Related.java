package org.huiqi.screen.firm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Keys;
import org.huiqi.profile.ProfileReader;
import org.huiqi.screen.table.Row;
import org.huiqi.screen.table.Rows;

/**
 * The repeated facts of one type (products, tax months …) by the code of their firm, held in memory. A row without a firm's code, or with a cell
 * that cannot be read, is rejected, and with it the firm: a list with a gap would answer "none" where nobody knows.
 */
final class Related {
    /** More than this is refused: such a list belongs into lines of JSON, where each firm brings its own. */
    private static final int MOST_ROWS = 500_000;
    /** So many broken rows are told one by one. */
    private static final int MOST_TOLD = 20;

    private static final String NONE = "无";
    private final FactType type;
    private final Columns columns;
    private final Map<String, List<Entry>> byCode = new HashMap<>();
    private final Map<String, Rejection> broken = new HashMap<>();
    private final Map<String, Long> firstRows = new LinkedHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final List<Rejection> rejections = new ArrayList<>();
    private long read;

    Related(FactType type, Columns columns) {
        this.type = type;
        this.columns = columns;
    }

    FactType type() {
        return type;
    }

    Related load(Rows rows) {
        CellReader[] readers = readers();
        List<Problem> unread = new ArrayList<>();
        long more = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.number() == columns.row()) {
                rows.heading(columns.width());
            }
            if (row.number() <= columns.row() || row.blank() || row.example()) {
                continue;
            }
            bound(unread);
            if (row instanceof Row.Cells cells) {
                row(cells, readers);
            } else if (row instanceof Row.Broken b && unread.size() < MOST_TOLD) {
                unread.add(new Problem(columns.sheet() + ":" + b.number(), b.reason(), b.remedy()));
            } else if (row instanceof Row.Broken) {
                more++;
            }
        }
        return whole(unread, more);
    }

    private Related whole(List<Problem> unread, long more) {
        if (more > 0) {
            unread.add(new Problem(
                    columns.sheet(),
                    new Text("还有" + more + "行也读不了", more + " more rows cannot be read"),
                    new Text(
                            "请先改好上面列出的行,其余多半是同样的毛病。",
                            "Mend the rows named above; the others most likely have the same fault.")));
        }
        if (!unread.isEmpty()) {
            throw new InvalidInputException(unread);
        }
        return this;
    }

    private CellReader[] readers() {
        return columns.columns().stream()
                .map(c -> new CellReader(c.field(), c.unit()))
                .toArray(CellReader[]::new);
    }

    private void bound(List<Problem> unread) {
        read++;
        if (read > MOST_ROWS) {
            unread.add(new Problem(
                    columns.sheet(),
                    new Text("关联的行超过" + MOST_ROWS + "行", "more than " + MOST_ROWS + " related rows"),
                    new Text("请分批筛查,或改用 NDJSON(每行一家企业)。", "Screen in parts, or use NDJSON, one firm a line.")));
            throw new InvalidInputException(unread);
        }
    }

    private void row(Row.Cells row, CellReader[] readers) {
        String code = CreditCode.normal(row.cell(columns.code()));
        Optional<Text> fault = CreditCode.fault(code);
        if (fault.isPresent()) {
            reject(row, CreditCode.LABEL, code, fault.get(), new Text("请核对营业执照。", "See the business licence."), "");
            return;
        }
        firstRows.putIfAbsent(code, row.number());
        List<Entry> entries = byCode.computeIfAbsent(code, c -> new ArrayList<>());
        if (!none(row)) {
            entry(row, readers, code, entries);
        }
    }

    /** A firm whose row says 无 has none; a firm without a row has not answered. */
    private boolean none(Row.Cells row) {
        boolean none = false;
        for (Column column : columns.columns()) {
            String cell = row.cell(column.index()).strip();
            none |= cell.equals(NONE);
            if (!cell.isEmpty() && !cell.equals(NONE)) {
                return false;
            }
        }
        return none;
    }

    private void entry(Row.Cells row, CellReader[] readers, String code, List<Entry> entries) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < readers.length; i++) {
            Column column = columns.columns().get(i);
            String cell = row.cell(column.index());
            Object value = readers[i].read(row, column.index());
            if (value instanceof Problem problem) {
                reject(row, column.heading(), cell, problem.message(), problem.remedy(), code);
            } else if (value != null) {
                answers.put(column.field().name(), value);
            }
        }
        String key = Keys.of(type, answers, entries.size());
        if (entries.size() >= ProfileReader.MAX_ELEMENTS
                || entries.stream().anyMatch(e -> e.key().equals(key))) {
            reject(
                    row,
                    "",
                    key,
                    new Text(type.label() + "“" + key + "”重复", "duplicate '" + key + "'"),
                    new Text("请合并或改名。", "Merge or rename."),
                    code);
        }
        entries.add(new Entry(key, answers));
    }

    private void reject(Row row, String column, String value, Text reason, Text remedy, String code) {
        Rejection rejection = new Rejection(columns.sheet(), row.number(), column, value, reason, remedy);
        rejections.add(rejection);
        if (!code.isEmpty()) {
            broken.putIfAbsent(code, rejection);
        }
    }

    /** The elements of a firm; empty if it answered nothing. Remembers that the firm exists. */
    Optional<List<Entry>> of(String code) {
        List<Entry> entries = byCode.get(code);
        if (entries != null) {
            claimed.add(code);
        }
        return Optional.ofNullable(entries);
    }

    /** What is wrong with the elements of a firm. */
    Optional<Rejection> broken(String code) {
        return Optional.ofNullable(broken.get(code));
    }

    long read() {
        return read;
    }

    /** Rows that cannot be used, and rows of firms that no list named. To be asked after all firms were read. */
    List<Rejection> rejections() {
        List<Rejection> all = new ArrayList<>(rejections);
        firstRows.forEach((code, row) -> {
            if (!claimed.contains(code) && !broken.containsKey(code)) {
                all.add(new Rejection(
                        columns.sheet(),
                        row,
                        CreditCode.LABEL,
                        code,
                        new Text(
                                "名单里没有这家企业(共" + byCode.get(code).size() + "行)",
                                "no list names this firm (" + byCode.get(code).size() + " rows)"),
                        new Text("请核对代码,或把企业加入名单。", "Check the code, or add the firm.")));
            }
        });
        return all;
    }
}
