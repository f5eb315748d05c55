package org.huiqi.screen.firm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Fact;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileReader;
import org.huiqi.screen.table.Row;

/** Reads the rows of one sheet. What is wrong with a row is told all at once, and the next row is none the worse for it. Not thread-safe. */
public final class FirmReader {
    /** A firm stays what it is until so many others were read. */
    public static final int HELD = 64;

    private static final Text LICENCE = new Text("请核对营业执照。", "See the business licence.");
    /** Totals and notes under a list look like firms without a code. */
    private static final Text MISSING = new Text(
            "是企业就补上代码;合计、说明之类的行请删去,不影响别的行。",
            "Add the code if it is a firm; totals and notes can be deleted, and harm no other row.");

    private static final List<String> CODE_KEYS = List.of("creditCode", CreditCode.LABEL);
    private final Register register;
    private final List<Related> related;
    private final FactType type;
    private final FactMaker maker;
    private final ProfileReader profiles;
    private final int nameIndex;
    private final int[] positions;
    private final CellReader[] readers;
    private final Column[] columns;
    /** Filled in turn. */
    private final Fact[] facts = new Fact[HELD];

    private int filled;
    private Fact enterprise;

    FirmReader(RuleBook book, Register register, List<Related> related, LocalDate asOf) {
        this.register = register;
        this.related = related;
        this.type = book.dictionary().enterprise();
        this.maker = new FactMaker(book.compiled(), asOf);
        this.profiles = book.profileReader();
        this.nameIndex = type.find("name").isPresent() ? type.indexOf("name") : -1;
        this.columns =
                register.columns().map(Columns::columns).orElse(List.of()).toArray(Column[]::new);
        this.readers = new CellReader[columns.length];
        this.positions = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            readers[i] = new CellReader(columns[i].field(), columns[i].unit());
            positions[i] = type.indexOf(columns[i].field().name());
        }
        Arrays.setAll(facts, i -> maker.blank(type));
        this.enterprise = facts[0];
    }

    /** The firm of a row; empty, with the reasons added to {@code rejections}, if the row cannot be used. */
    public Optional<Firm> read(Row row, List<Rejection> rejections) {
        if (row instanceof Row.Broken broken) {
            rejections.add(Rejection.of(register, broken));
            return Optional.empty();
        }
        int before = rejections.size();
        enterprise = facts[filled];
        Optional<Firm> firm =
                row instanceof Row.Cells cells ? cells(cells, rejections) : json((Row.Json) row, rejections);
        if (rejections.size() > before) {
            return Optional.empty();
        }
        filled = (filled + 1) % HELD;
        return firm;
    }

    private Optional<Firm> cells(Row.Cells row, List<Rejection> rejections) {
        Columns heading = register.columns().orElseThrow();
        width(row, heading, rejections);
        answers(row, rejections);
        String code = CreditCode.normal(row.cell(heading.code()));
        check(code, row, rejections);
        maker.lookUp(type, enterprise);
        return related.isEmpty()
                ? Optional.of(firm(row, code, Map.of(), Optional.empty()))
                : Optional.of(firm(row, code, lists(code, row, rejections), Optional.empty()));
    }

    private void answers(Row.Cells row, List<Rejection> rejections) {
        for (int i = 0; i < columns.length; i++) {
            int index = columns[i].index();
            Object value = readers[i].read(row, index);
            if (value instanceof Problem problem) {
                rejections.add(
                        Rejection.of(register.name(), row.number(), columns[i].heading(), row.cell(index), problem));
            } else {
                enterprise.set(positions[i], value);
            }
        }
    }

    private void width(Row.Cells row, Columns heading, List<Rejection> rejections) {
        int surplus = 0;
        for (int i = heading.width(); i < row.width(); i++) {
            surplus += row.blank(i) ? 0 : 1;
        }
        boolean short_ = register.sheet().rectangular() && row.width() < heading.width();
        if (surplus > 0 || short_) {
            reject(
                    row,
                    "",
                    "",
                    new Text(
                            "标题有" + heading.width() + "列,这一行有" + row.width() + "列",
                            "the heading has " + heading.width() + " columns, this row " + row.width()),
                    new Text("值里有逗号时要加引号;不要有多出或缺少的格。", "Quote values with commas; neither more nor fewer cells."),
                    rejections);
        }
    }

    private void check(String code, Row row, List<Rejection> rejections) {
        Text remedy = code.isEmpty() ? MISSING : LICENCE;
        CreditCode.fault(code).ifPresent(fault -> reject(row, CreditCode.LABEL, code, fault, remedy, rejections));
    }

    private Map<String, List<Entry>> lists(String code, Row row, List<Rejection> rejections) {
        Map<String, List<Entry>> lists = new LinkedHashMap<>();
        for (Related one : related) {
            one.of(code).ifPresent(entries -> lists.put(one.type().name(), entries));
            one.broken(code)
                    .ifPresent(b -> reject(
                            row,
                            "",
                            code,
                            new Text(
                                    "关联的" + b.sheet() + "第" + b.row() + "行有误:"
                                            + b.reason().zh(),
                                    "row " + b.row() + " of " + b.sheet() + ": "
                                            + b.reason().en()),
                            b.remedy(),
                            rejections));
        }
        return lists;
    }

    private Firm firm(Row row, String code, Map<String, List<Entry>> entries, Optional<Profile> given) {
        Object name = nameIndex < 0 ? null : enterprise.get(nameIndex);
        return new Firm(
                register.name(),
                row.number(),
                code,
                name == null ? "" : name.toString(),
                enterprise,
                entries.isEmpty() ? Map.of() : facts(entries),
                entries,
                given);
    }

    private Map<String, List<Fact>> facts(Map<String, List<Entry>> entries) {
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        entries.forEach((name, list) -> {
            FactType element = profiles.dictionary().get(name);
            facts.put(name, list.stream().map(e -> element(element, e)).toList());
        });
        return facts;
    }

    private Fact element(FactType element, Entry entry) {
        Fact fact = maker.fact(element, entry);
        fact.refer("enterprise", enterprise);
        return fact;
    }

    private Optional<Firm> json(Row.Json row, List<Rejection> rejections) {
        if (row.tree().isEmpty() || !row.tree().get().isObject()) {
            reject(
                    row,
                    "",
                    row.text(),
                    new Text("不是 JSON 对象:" + row.fault(), "not a JSON object: " + row.fault()),
                    new Text("每行写一个 {…}。", "Write one {…} a line."),
                    rejections);
            return Optional.empty();
        }
        ObjectNode tree = ((ObjectNode) row.tree().get()).deepCopy();
        String code = CreditCode.normal(code(tree));
        check(code, row, rejections);
        try {
            return Optional.of(firm(row, code, profiles.read(tree)));
        } catch (InvalidInputException e) {
            e.problems()
                    .forEach(p -> rejections.add(
                            Rejection.of(register.name(), row.number(), p.place(), value(tree, p.place()), p)));
            return Optional.empty();
        }
    }

    private static String code(ObjectNode tree) {
        String code = "";
        for (String key : CODE_KEYS) {
            JsonNode node = tree.remove(key);
            code = node == null ? code : node.asText();
        }
        return code;
    }

    private static String value(ObjectNode tree, String place) {
        JsonNode node = tree.get(place);
        return node == null || node.isContainerNode() ? "" : node.asText();
    }

    private Firm firm(Row row, String code, Profile profile) {
        enterprise = maker.fact(type, profile.enterprise());
        boolean more = profile.asOf().isPresent() || !profile.reviews().isEmpty();
        return firm(row, code, profile.lists(), more ? Optional.of(profile) : Optional.empty());
    }

    private void reject(Row row, String column, String value, Text reason, Text remedy, List<Rejection> rejections) {
        rejections.add(new Rejection(register.name(), row.number(), column, value, reason, remedy));
    }

    /** Names of the fields that some row may answer; empty if any may. */
    static Optional<Set<String>> answerable(List<Register> registers) {
        Set<String> fields = new HashSet<>();
        for (Register register : registers) {
            if (register.columns().isEmpty()) {
                return Optional.empty();
            }
            register.columns().get().columns().stream()
                    .map(Column::field)
                    .map(Field::name)
                    .forEach(fields::add);
        }
        return Optional.of(fields);
    }
}
