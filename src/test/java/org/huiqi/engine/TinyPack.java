package org.huiqi.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;

/** A rule pack of its own, in memory: its facts and its policy {@code tiny} have nothing to do with those of the project. */
public final class TinyPack {
    private static final String ENTERPRISE = """
            package facts;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;
            declare Enterprise
                @label("企业")
                name : String @label("名称")
                sales : BigDecimal @label("销售额") @unit("万元") @min(0)
                cost : BigDecimal @label("成本") @unit("万元")
                staff : Integer @label("人数") @min(0) @max(1000000)
                units : Integer @label("件数")
                founded : LocalDate @label("成立日")
                listed : Boolean @label("上市")
                branch : String @label("行业") @choices("农业|工业|商业")
                tags : List @label("标签")
                listYear : Integer @label("年度")
            """;
    private static final String PRODUCT = """
            declare Product
                @label("产品") @list("products") @key("name")
                name : String @label("产品名")
                price : BigDecimal @label("价格") @unit("元")
                owner : String @label("所有人")
                launched : LocalDate @label("上市日")
            end
            """;
    private static final String HEAD = """
            id: tiny
            name: {zh: 小政策, en: Tiny policy}
            level: national
            kind: tax
            documents:
              文: {title: 文件, seen: full}
              报: {title: 报道, seen: secondary}
            """;

    private final StringBuilder fields = new StringBuilder();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder criteria = new StringBuilder();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private String policy = "";
    private String head = HEAD;

    /** One more field of the enterprise, as declared. */
    public TinyPack field(String declaration) {
        fields.append("    ").append(declaration).append('\n');
        return this;
    }

    /** One more type, as declared. */
    public TinyPack type(String declaration) {
        types.append(declaration.strip()).append('\n');
        return this;
    }

    /** One more criterion, cited properly. */
    public TinyPack rule(String id, String leftHandSide) {
        return rule(id, "", leftHandSide);
    }

    public TinyPack rule(String id, String annotations, String leftHandSide) {
        ids.add(id);
        return drl("rule \"" + id + " 说法\" @document(\"文\") @clause(\"一\") @seen(\"full\") " + annotations + "\nwhen "
                + leftHandSide + "\nthen met(); end");
    }

    /** One more criterion that only a person can judge. */
    public TinyPack judged(String id, String annotations) {
        return rule(id, "@soft " + annotations, "Review( criterion == \"" + id + "\", met == true )");
    }

    /** More of criteria.drl, as it stands. */
    public TinyPack drl(String text) {
        criteria.append(text).append('\n');
        return this;
    }

    /** The policy from {@code editions} or {@code stages} on; without it all criteria are demanded. */
    public TinyPack policy(String yaml) {
        policy = yaml;
        return this;
    }

    /** The whole policy.yaml. */
    public TinyPack wholePolicy(String yaml) {
        head = "";
        policy = yaml;
        return this;
    }

    public TinyPack amount(String drl) {
        return file(
                "policies/tiny/amount.drl",
                "package policies.tiny;\nimport facts.*;\nimport java.math.BigDecimal;\n" + drl);
    }

    public TinyPack file(String path, String text) {
        files.put(path, text);
        return this;
    }

    public Map<String, String> files() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("facts.drl", ENTERPRISE + fields + "end\n" + PRODUCT + types);
        all.put(
                "policies/tiny/policy.yaml",
                head + (policy.isEmpty() ? "stages:\n  apply:\n    all: " + ids + "\n" : policy));
        all.put("policies/tiny/criteria.drl", "package policies.tiny;\nimport facts.*;\n" + criteria);
        all.putAll(files);
        return all;
    }

    public RuleBook book() {
        return RuleBook.load(RuleFiles.of(files()), RuleBook.NO_CACHE);
    }

    /** What the loader says against it; compiled with both compilers if that is nothing. */
    public List<Problem> problems() {
        try {
            book().reference();
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }
}
