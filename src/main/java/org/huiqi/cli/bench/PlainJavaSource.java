package org.huiqi.cli.bench;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiqi.engine.Atom;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.FieldType;

/** Writes each condition on a fact type as a small method: null means unknown, constants are made once, methods stay short. */
final class PlainJavaSource {
    private static final int PER_METHOD = 20;
    private final String type;
    private final List<Atom> atoms;
    private final Map<String, String> constants = new LinkedHashMap<>();

    PlainJavaSource(String type, List<Atom> atoms) {
        this.type = type;
        this.atoms = atoms;
    }

    String write() {
        StringBuilder methods = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        for (int from = 0; from < atoms.size(); from += PER_METHOD) {
            calls.append("group").append(from).append("(f, out);\n");
            methods.append("private static void group%d(facts.%s f, byte[] out) {\n".formatted(from, type));
            for (Atom atom : atoms.subList(from, Math.min(atoms.size(), from + PER_METHOD))) {
                methods.append("out[%1$d] = is%1$d(f);\n".formatted(atom.index()));
            }
            methods.append("}\n");
        }
        atoms.forEach(atom -> methods.append(method(atom)));
        String fields = constants.entrySet().stream()
                .map(c -> "private static final " + c.getValue() + " = " + c.getKey() + ";\n")
                .collect(Collectors.joining());
        return """
                package plain;
                import java.math.BigDecimal; import java.time.LocalDate; import java.util.*; import java.util.regex.Pattern;
                public final class %1$sPlain extends org.huiqi.engine.AtomTests {
                %2$spublic void test(org.huiqi.engine.Fact fact, byte[] out) { facts.%1$s f = (facts.%1$s) fact;
                %3$s}
                public byte test(org.huiqi.engine.Fact fact, int atom) { byte[] all = new byte[%5$d]; test(fact, all); return all[atom]; }
                %4$s}
                """.formatted(type, fields, calls, methods, atoms.size());
    }

    private String method(Atom atom) {
        Map<String, String> locals = new LinkedHashMap<>();
        StringBuilder java =
                new StringBuilder("private static byte is%d(facts.%s f) {\n".formatted(atom.index(), type));
        for (Ref ref : atom.condition().refs().distinct().toList()) {
            String local = "v" + locals.size();
            locals.put(ref.path(), local);
            if (!ref.owner().isEmpty()) {
                java.append("if (f.%s == null) return 2;\n".formatted(ref.owner()));
            }
            java.append("var %s = %s;\n".formatted(local, getter(ref)));
            if (!ref.given()) {
                java.append("if (%s == null) return 2;\n".formatted(local));
            }
        }
        return java.append("return ")
                .append(test(atom.condition(), locals))
                .append(" ? (byte) 1 : (byte) 0;\n}\n")
                .toString();
    }

    private static String getter(Ref ref) {
        String name = ref.given() ? "asOf" : ref.field().name();
        String owner = ref.owner().isEmpty() ? "f" : "f." + ref.owner();
        return owner + ".get" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "()";
    }

    private String test(Condition condition, Map<String, String> locals) {
        if (condition instanceof Condition.Comparison c) {
            return comparison(c, locals);
        } else if (condition instanceof Condition.Membership m) {
            return (m.negated() ? "!" : "") + members(m) + ".contains(" + value(m.value(), locals) + ")";
        } else if (condition instanceof Condition.Matches m) {
            String pattern = constant("Pattern", "Pattern.compile(" + quoted(m.regex()) + ")");
            return pattern + ".matcher(" + locals.get(m.text().path()) + ").matches()";
        } else if (condition instanceof Condition.Contains c) {
            return (c.negated() ? "!" : "") + locals.get(c.list().path()) + ".contains(" + quoted(c.member()) + ")";
        }
        return ((Condition.HasPrevious) condition).present() ? "f.previous != null" : "f.previous == null";
    }

    private String comparison(Condition.Comparison c, Map<String, String> locals) {
        if (c.left().type() == FieldType.DECIMAL || c.right().type() == FieldType.DECIMAL) {
            boolean withZero =
                    c.right() instanceof Expression.Number n && n.value().signum() == 0;
            return decimal(c.left(), locals)
                    + (withZero ? ".signum() " : ".compareTo(" + decimal(c.right(), locals) + ") ")
                    + c.operator() + " 0";
        }
        String left = value(c.left(), locals);
        String right = value(c.right(), locals);
        return switch (c.left().type()) {
            case INTEGER, BOOLEAN ->
                "(" + primitive(c.left()) + ") " + left + " " + c.operator() + " (" + primitive(c.left()) + ") "
                        + right;
            case DATE -> left + ".compareTo(" + right + ") " + c.operator() + " 0";
            case TEXT -> (c.operator().equals("!=") ? "!" : "") + left + ".equals(" + right + ")";
            case DECIMAL, TEXTS -> throw new IllegalStateException(c.drl());
        };
    }

    private static String primitive(Expression e) {
        return e.type() == FieldType.BOOLEAN ? "boolean" : "int";
    }

    private String members(Condition.Membership m) {
        return constant(
                "Set<?>",
                m.members().stream().map(e -> value(e, Map.of())).collect(Collectors.joining(", ", "Set.of(", ")")));
    }

    private String decimal(Expression e, Map<String, String> locals) {
        if (e instanceof Expression.Number n) {
            return constant("BigDecimal", "new BigDecimal(\"" + plain(n.value()) + "\")");
        } else if (e instanceof Expression.Arithmetic a) {
            String method = switch (a.operator()) {
                case '+' -> "add";
                case '-' -> "subtract";
                default -> "multiply";
            };
            return decimal(a.left(), locals) + "." + method + "(" + decimal(a.right(), locals) + ")";
        }
        String value = value(e, locals);
        return e.type() == FieldType.DECIMAL ? value : "BigDecimal.valueOf(" + value + ")";
    }

    private static String plain(BigDecimal number) {
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }

    private String value(Expression e, Map<String, String> locals) {
        if (e instanceof Expression.FieldValue f) {
            return locals.get(f.ref().path());
        } else if (e instanceof Expression.Number n) {
            return n.value().toPlainString();
        } else if (e instanceof Expression.TextLiteral t) {
            return quoted(t.value());
        } else if (e instanceof Expression.DateLiteral d) {
            return constant("LocalDate", "LocalDate.parse(\"" + d.value() + "\")");
        } else if (e instanceof Expression.BooleanLiteral b) {
            return Boolean.toString(b.value());
        } else if (e instanceof Expression.Arithmetic a) {
            return "(" + value(a.left(), locals) + " " + a.operator() + " " + value(a.right(), locals) + ")";
        } else if (e instanceof Expression.Shift s) {
            return value(s.date(), locals) + "." + s.method() + "(" + value(s.amount(), locals) + ")";
        }
        Expression.DatePart part = (Expression.DatePart) e;
        String method = "get" + Character.toUpperCase(part.part().charAt(0))
                + part.part().substring(1);
        return value(part.date(), locals) + "." + method + "()";
    }

    private String constant(String type, String initial) {
        String declaration = constants.computeIfAbsent(initial, i -> type + " C" + constants.size());
        return declaration.substring(declaration.lastIndexOf(' ') + 1);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
