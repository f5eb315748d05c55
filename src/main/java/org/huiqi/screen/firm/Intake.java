package org.huiqi.screen.firm;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.ValueReader;
import org.huiqi.screen.table.Row;
import org.huiqi.screen.table.Rows;
import org.huiqi.screen.table.Sheet;
import org.huiqi.screen.table.Tables;

/**
 * Everything that is read for one screening: the sheets with firms, and the repeated facts beside them. Deciding which sheet is which reads
 * headings only. Thread-safe once it is open.
 */
public final class Intake implements Closeable {
    private static final int HEADING_WITHIN = 20;
    /** Sheets of our own templates that hold no data. */
    private static final Set<String> OWN = Set.of("填写说明", "选项");

    private static final Text HIDDEN = new Text("是隐藏的表;要读请先取消隐藏", "is a hidden sheet; unhide it to have it read");
    private static final Text NO_HEADING =
            new Text("前" + HEADING_WITHIN + "行里没有认识的标题", "no known heading in the first " + HEADING_WITHIN + " rows");
    private static final Text NO_CODE =
            new Text("没有“" + CreditCode.LABEL + "”这一列", "there is no column " + CreditCode.LABEL);
    private static final Text NO_FIRMS = new Text("没有企业名单这张表", "there is no sheet of firms");
    private static final Text HEADINGS = new Text(
            "标题用字段表里的名称(huiqi facts),或用 huiqi template 生成模板。",
            "Use the names of huiqi facts as headings, or huiqi template.");
    private final RuleBook book;
    private final List<Tables> open = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private Intake(RuleBook book) {
        this.book = book;
    }

    /** A sheet or a column that nobody reads, and why. */
    public record Unread(String sheet, String column, Text reason) {}

    /**
     * Opens a list of firms.
     *
     * @param beside further files with repeated facts, by the name of their type ({@code products}), its label or the name of the file
     * @throws InvalidInputException with everything that keeps it from being read
     */
    public static Intake open(RuleBook book, Path file, Map<String, Path> beside) {
        Intake intake = new Intake(book);
        try {
            intake.sheets(file).forEach(s -> intake.add(s, s.name()));
            beside.forEach((name, path) -> intake.beside(name, path));
            intake.require(file);
            return intake;
        } catch (RuntimeException e) {
            intake.close();
            throw e;
        }
    }

    private List<Sheet> sheets(Path file) {
        Tables tables = Tables.open(file);
        open.add(tables);
        return tables.sheets();
    }

    private void beside(String name, Path path) {
        FactType type = repeated(name)
                .orElseThrow(() -> new InvalidInputException(List.of(new Problem(
                        path.getFileName().toString(),
                        new Text("不知道“" + name + "”是哪一类", "cannot tell what '" + name + "' is"),
                        new Text("可用:" + lists("、") + "。", "One of: " + lists(", ") + ".")))));
        int had = related.size();
        int told = unread.size();
        for (Sheet sheet : sheets(path)) {
            if (!hidden(sheet, sheet.name())) {
                related(type, sheet);
            }
        }
        if (related.size() == had) {
            throw new InvalidInputException(unusable(path, unread.subList(told, unread.size())));
        }
    }

    /** What nobody sees, such as last year's list, is not screened unseen. */
    private boolean hidden(Sheet sheet, String name) {
        if (sheet.hidden() && !OWN.contains(name)) {
            unread.add(new Unread(name, "", HIDDEN));
        }
        return sheet.hidden();
    }

    private String lists(String comma) {
        return String.join(
                comma, book.dictionary().repeated().stream().map(FactType::list).toList());
    }

    private Optional<FactType> repeated(String name) {
        String plain = ValueReader.normal(name).replaceAll("\\.\\w+$", "").toLowerCase(Locale.ROOT);
        return book.dictionary().repeated().stream()
                .filter(t -> List.of(t.list().toLowerCase(Locale.ROOT), t.name().toLowerCase(Locale.ROOT), t.label())
                        .contains(plain))
                .findFirst();
    }

    private void add(Sheet sheet, String name) {
        if (hidden(sheet, name)) {
            return;
        }
        if (sheet.name().toLowerCase(Locale.ROOT).matches(".*\\.(ndjson|jsonl)")) {
            registers.add(new Register(sheet, Optional.empty()));
            return;
        }
        Optional<FactType> type = repeated(name);
        if (type.isPresent()) {
            related(type.get(), sheet);
        } else {
            register(sheet);
        }
    }

    private void register(Sheet sheet) {
        Optional<Row.Cells> heading = heading(book.dictionary().enterprise(), sheet);
        if (OWN.contains(sheet.name())) {
            return;
        }
        boolean named = heading.map(h -> Columns.hasCode(h.cells())).orElse(false);
        if (!named) {
            unread.add(new Unread(sheet.name(), "", heading.isEmpty() ? NO_HEADING : NO_CODE));
        }
        heading.filter(h -> named)
                .map(h -> columns(book.dictionary().enterprise(), sheet, h))
                .ifPresent(c -> registers.add(new Register(sheet, Optional.of(c))));
    }

    private void related(FactType type, Sheet sheet) {
        Optional<Row.Cells> heading = heading(type, sheet);
        if (heading.isEmpty() && !OWN.contains(sheet.name())) {
            unread.add(new Unread(sheet.name(), "", NO_HEADING));
        }
        heading.map(h -> columns(type, sheet, h)).ifPresent(c -> {
            try (Rows rows = sheet.open()) {
                related.add(new Related(type, c).load(rows));
            }
        });
    }

    private Columns columns(FactType type, Sheet sheet, Row.Cells heading) {
        Columns columns = Columns.of(type, sheet.name(), heading.number(), heading.cells());
        columns.ignored().forEach(i -> unread.add(new Unread(sheet.name(), i.heading(), i.reason())));
        return columns;
    }

    /** Of the first rows the one with most known headings: a title may stand above it. If there is none, what is broken may be it. */
    private static Optional<Row.Cells> heading(FactType type, Sheet sheet) {
        Row.Cells best = null;
        List<Problem> broken = new ArrayList<>();
        int most = 0;
        try (Rows rows = sheet.open()) {
            for (int i = 0; i < HEADING_WITHIN && rows.hasNext(); i++) {
                Row row = rows.next();
                if (row instanceof Row.Broken b) {
                    broken.add(new Problem(sheet.name() + ":" + b.number(), b.reason(), b.remedy()));
                }
                int known = row instanceof Row.Cells cells ? Columns.known(type, cells.cells()) : 0;
                if (known > most && row instanceof Row.Cells cells) {
                    most = known;
                    best = cells;
                }
            }
        }
        if (best == null && !broken.isEmpty()) {
            throw new InvalidInputException(broken);
        }
        return Optional.ofNullable(best);
    }

    private void require(Path file) {
        if (registers.isEmpty()) {
            List<Problem> problems = unusable(file, unread);
            String name = file.getFileName().toString();
            throw new InvalidInputException(
                    problems.isEmpty() ? List.of(new Problem(name, NO_FIRMS, HEADINGS)) : problems);
        }
    }

    /** Why each of its sheets is of no use. */
    private static List<Problem> unusable(Path file, List<Unread> unread) {
        String name = file.getFileName().toString();
        return unread.stream()
                .filter(u -> u.column().isEmpty())
                .map(u -> new Problem(name.equals(u.sheet()) ? name : name + " " + u.sheet(), u.reason(), HEADINGS))
                .toList();
    }

    public List<Register> registers() {
        return List.copyOf(registers);
    }

    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** Names of the enterprise's fields that some row may answer; empty if any may. */
    public Optional<Set<String>> answerable() {
        return FirmReader.answerable(registers);
    }

    /** The fact types with lists beside the firms. */
    public Set<String> lists() {
        Set<String> lists = new java.util.HashSet<>();
        related.forEach(r -> lists.add(r.type().name()));
        return lists;
    }

    /** A reader of one sheet, for one thread. */
    public FirmReader reader(Register register, LocalDate asOf) {
        return new FirmReader(book, register, related, asOf);
    }

    /** Rows of repeated facts that were read. */
    public long relatedRows() {
        return related.stream().mapToLong(Related::read).sum();
    }

    /** Rows of repeated facts that cannot be used; to be asked after all firms were read. */
    public List<Rejection> relatedRejections() {
        return related.stream().flatMap(r -> r.rejections().stream()).toList();
    }

    @Override
    public void close() {
        open.forEach(Tables::close);
    }
}
