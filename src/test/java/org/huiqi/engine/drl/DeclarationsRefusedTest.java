package org.huiqi.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.engine.TinyPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that facts.drl may not declare. */
final class DeclarationsRefusedTest {

    /** Names that Java, DRL, MVEL or the engine would read as something else; all of them are tried against both compilers where accepted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "int",
                "default",
                "enum",
                "void",
                "return",
                "record",
                "var",
                "abstract",
                "null",
                "true",
                "this",
                "super",
                "new",
                "key",
                "hashCode",
                "toString",
                "chained",
                "asOf",
                "enterprise",
                "previous",
                "entitled",
                "reviews",
                "unanswered0",
                "in",
                "contains",
                "not",
                "and",
                "or",
                "is",
                "isdef",
                "foreach",
                "function",
                "eval",
                "exists",
                "matches",
                "memberOf",
                "end",
                "when",
                "empty",
                "nil",
                "with",
                "def",
                "proto",
                "isa",
                "_x",
                "X",
                "x_y",
                "x$y",
                "名称",
                "a-b",
                "import",
                "assert"
            })
    void aFieldCannotBeCalled(String name) {
        TinyPack pack =
                new TinyPack().field(name + " : BigDecimal @label(\"某\")").rule("T-1", "Enterprise( sales > 5 )");
        Refusal.of(pack, "");
        assertThat(pack.problems()).allMatch(p -> p.place().startsWith("rules/facts.drl:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answered",
                "reference",
                "get",
                "set",
                "refer",
                "from",
                "then",
                "rule",
                "over",
                "result",
                "query",
                "declare",
                "salience",
                "fact",
                "object",
                "f",
                "out",
                "e",
                "i",
                "step",
                "sheet",
                "field",
                "aBc",
                "xAxis",
                "type",
                "id",
                "min",
                "max",
                "count",
                "before",
                "after",
                "during",
                "list",
                "string",
                "date",
                "active",
                "lock",
                "init",
                "action",
                "name2",
                "isReady",
                "getReady"
            })
    void aFieldCanBeCalled(String name) {
        TinyPack pack = new TinyPack()
                .field(name + " : BigDecimal @label(\"某\")")
                .rule("T-1", "Enterprise( " + name + " > 5, sales > " + name + ", " + name + " * 2 > sales )");
        assertThat(pack.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String",
                "Object",
                "Integer",
                "Override",
                "Exception",
                "System",
                "Class",
                "Thread",
                "Record",
                "BigDecimal",
                "LocalDate",
                "List",
                "Fact",
                "Hits",
                "Review",
                "int",
                "product2",
                "_X",
                "X_1",
                "Foo.Bar",
                "java.lang.Foo",
                "中文",
                "Foo$Bar"
            })
    void aTypeCannotBeCalled(String name) {
        TinyPack pack = new TinyPack().type(type(name)).rule("T-1", "Enterprise( sales > 5 )");
        Refusal.of(pack, "");
        assertThat(pack.problems()).allMatch(p -> p.place().startsWith("rules/facts.drl:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year",
                "Month",
                "Period",
                "Rule",
                "Query",
                "Index",
                "Predicate1",
                "D",
                "Model",
                "Date",
                "Value",
                "AtomTests"
            })
    void aTypeCanBeCalled(String name) {
        TinyPack pack = new TinyPack()
                .type(type(name))
                .rule(
                        "T-1",
                        "exists " + name + "( v * 2 > 5, d.year > 2000, name == \"x\", enterprise.sales > v * 3 )");
        assertThat(pack.problems()).isEmpty();
    }

    private static String type(String name) {
        return "declare " + name + " @label(\"某\") @list(\"things\") @key(\"name\")\n"
                + "name : String @label(\"名\")\nv : BigDecimal @label(\"数\")\nd : LocalDate @label(\"日\")\nend";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            extra : BigDecimal = System.exit(1) @label("某") => default value
            extra : BigDecimal = 5 @label("某") => default value
            extra : String = "x" @label("某") => default value
            extra : int @label("某") => has the type int
            extra : double @label("某") => has the type double
            extra : Long @label("某") => has the type Long
            extra : int[] @label("某") => has the type int[]
            extra : Object @label("某") => has the type Object
            extra : java.lang.Runtime @label("某") => has the type java.lang.Runtime
            extra : evil.String @label("某") => has the type evil.String
            extra : java.util.List @label("某") => has the type java.util.List
            extra : List<String> @label("某") => has the type List<String>
            extra : Product @label("某") => has the type Product
            extra : Enterprise @label("某") => has the type Enterprise
            extra : String => no @label
            extra : String @label("") => no @label
            extra : String @label("某") @label("某二") => @label stands twice
            extra : String @label("某") @kind("x") => unknown annotation @kind
            extra : String @label("某") @key => unknown annotation @key
            extra : String @label("某") @position( 0 ) => unknown annotation @position
            extra : String @label("a\\"b") => more than one plain text
            extra : String @label("\\u0022") => more than one plain text
            extra : String @label(a = "x", b = "y") => more than one plain text
            extra : String @label("某") @min(0) => @min or @max
            extra : String @label("某") @month => @month
            extra : String @label("某") @change("sometimes") => @change("sometimes")
            extra : String @label("某") @change("up") => @change("up") on a String
            extra : Boolean @label("某") @change("time") => @change("time") on a Boolean
            extra : LocalDate @label("某") @change("down") => @change("down") on a LocalDate
            extra : BigDecimal @label("某") @min(5) @max(4) => @min above @max
            extra : BigDecimal @label("某") @min(x) => is not a number
            extra : BigDecimal @label("某") @min(1e999999999) => is not a number
            extra : BigDecimal @label("某") @min(0x10) => is not a number
            extra : BigDecimal @label("某") @choices("1|2") => @choices on
            extra : Boolean @label("某") @choices("是|否") => @choices on
            extra : String @label("某") @choices("甲|甲") => a double choice
            extra : String @label("某") @choices("甲|") => an empty or a double
            extra : String @label("某") @choices("") => an empty or a double
            extra : String @label("某") @choices("一类|一类 ") => a double choice
            extra : String @label("某") @choices("(甲)|（甲）") => a double choice
            extra : String @label("某") @from("tiny") => @from on
            extra : BigDecimal @label("某") @from("tiny") => @from on
            extra : String @label("某") @choices("甲") @from("nowhere") => which is no classification
            extra : String @label("某") @choices("甲") @from("tiny") => which is no classification
            extra : Product @lookup("name") => @lookup on 'extra'
            extra : String @label("名称") => '名称' of field 'extra' means 'name' already
            extra : String @label("某") @aliases("某某|销售额") => '销售额' of field 'extra' means 'sales' already
            extra : String @label("ｓａｌｅｓ") => means 'sales' already
            extra : String @label("产品") => '产品' of type Product means 'extra' already
            extra : String @label("products") => 'products' of type Product means 'extra' already
            sales : String @label("某") => field 'sales' is declared twice
            """)
    void aFieldIsRefusedByName(String field, String what) {
        Refusal.of(new TinyPack().field(field).rule("T-1", "Enterprise( cost > 5 )"), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            declare A extends Product @label("某") @list("as") x : String @label("名") end => extends
            declare A extends java.lang.Thread @label("某") @list("as") x : String @label("名") end => extends
            declare trait A @label("某") @list("as") x : String @label("名") end => trait
            declare Product @label("又一") @list("others") x : String @label("名") end => declared twice
            declare Enterprise @label("又一") x : String @label("名") end => declared twice
            declare A @label("某") @list("as") end => no fields
            declare A @list("as") x : String @label("名") end => no @label
            declare A @label("某") x : String @label("名") end => no @list
            declare A @label("某") @list("reviews") x : String @label("名") end => @list("reviews")
            declare A @label("某") @list("asOf") x : String @label("名") end => @list("asOf")
            declare A @label("某") @list("a b") x : String @label("名") end => @list("a b")
            declare A @label("某") @list("products") x : String @label("名") end => 'products' of type A
            declare A @label("产品") @list("as") x : String @label("名") end => '产品' of type A
            declare A @label("某") @list("sales") x : String @label("名") end => 'sales' of type A
            declare A @label("某") @list("as") @key("y") x : String @label("名") end => @key names the unknown field 'y'
            declare A @label("某") @list("as") @role(event) x : String @label("名") end => unknown annotation @role
            declare A @label("某") @list("as") @propertyChangeSupport x : String @label("名") end => unknown annotation @propertyChangeSupport
            declare A @label("某") @list("as") @format(pojo) x : String @label("名") end => unknown annotation @format
            declare A @label("某") @list("as") @expires( 5s ) x : String @label("名") end => unknown annotation @expires
            declare A @label("某") @sheet("Enterprise") x : BigDecimal @label("名") end => unknown annotation @sheet
            declare A @label("某") @table("policies/tiny/tables/no.csv") @key("x") x : String @label("名") end => no such file
            declare A @label("某") @table("../../etc/passwd") @key("x") x : String @label("名") end => no such file
            declare A @label("某") @table("policies/tiny/policy.yaml") @list("as") @key("x") x : String @label("名") end => unknown annotation @list
            declare enum A ONE("x"); x : String end => enum A
            declare window W Product() over window:length( 5 ) end => window W
            rule "X-1 x" when Enterprise( sales > 5 ) then met(); end => it has no rules
            function int f() { return 1; } => function f
            import java.io.File; => import java.io.File
            global Object x; => global x
            """)
    void aTypeOrStatementIsRefusedByName(String statement, String what) {
        Refusal.of(new TinyPack().type(statement).rule("T-1", "Enterprise( sales > 5 )"), what);
    }

    @Test
    void aProblemNamesTheLineOfItsField() {
        Refusal.of(
                new TinyPack().field("class : String @label(\"类\")").rule("T-1", "Enterprise( sales > 5 )"),
                "facts.drl:17",
                "field name 'class'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "package facts;",
                "package other;",
                "package facts; declare Firm @label(\"x\") name : String @label(\"名\") end",
                "declare",
                "\u0000"
            })
    void aPackWithoutAnEnterpriseIsRefused(String facts) {
        Refusal.of(
                new TinyPack().rule("T-1", "Enterprise( sales > 5 )").file("facts.drl", facts),
                "there is no type Enterprise");
    }

    @Test
    void aTypeOfAThousandFieldsIsNotTooMany() {
        TinyPack pack = new TinyPack();
        for (int i = 0; i < 1_000; i++) {
            pack.field("extra" + i + " : BigDecimal @label(\"额外" + i + "\")");
        }
        assertThat(pack.rule("T-1", "Enterprise( extra0 > 5, extra999 * 2 > extra500 )")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "policies/tiny/critera.drl",
                "policies/tiny/tables/old/size.csv",
                "policies/stray.yaml",
                "facts.drl.bak"
            })
    void aFileThatNothingReadsIsRefused(String path) {
        Refusal.of(
                new TinyPack().rule("T-1", "Enterprise( sales > 5 )").file(path, "x"),
                path + ":1",
                "nothing reads this file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tiny", "a_b", "a b", "-a", "a--b", "中", "a.b", ".."})
    void aPolicyFolderHasAPlainName(String id) {
        TinyPack pack =
                new TinyPack().rule("T-1", "Enterprise( sales > 5 )").file("policies/" + id + "/policy.yaml", "id: x");
        assertThat(pack.problems()).anyMatch(p -> p.message().en().equals("policy id '" + id + "'."));
    }

    @Test
    void aReferenceOfASheetKeepsItsName() {
        String drl = "declare S @label(\"表\") @sheet(\"Product\")\nproduct : BigDecimal @label(\"某\")\nend\n"
                + "rule \"T-G1 某\" @document(\"文\") @clause(\"一\") @seen(\"full\") when $sheet : S( $figure : product.price ) "
                + "then modify( $sheet ) { setProduct( $figure ) } end";
        TinyPack pack = new TinyPack().rule("T-1", "Enterprise( sales > 5 )").amount(drl);
        assertThat(pack.problems())
                .extracting(p -> p.message().en())
                .containsAll(List.of("the figure 'product' has the name of what the sheet is about."));
    }
}
