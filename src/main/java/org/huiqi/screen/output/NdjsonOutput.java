package org.huiqi.screen.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.huiqi.problem.Lang;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Screened;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Written;
import org.huiqi.verdict.Outcome;

/** One line of JSON a firm, with everything that is known of every policy; rejected rows and the summary in files beside it. */
final class NdjsonOutput implements Output {
    private static final JsonFactory JSON = new JsonFactory();
    private final Words words;
    private final PartFile firms;
    private final PartFile rejected;
    private final PartFile summary;
    private final Path conditions;

    NdjsonOutput(Path file, Judge judge, Lang lang, List<Written> from) throws IOException {
        this.words = new Words(judge, lang);
        List<PartFile> parts = PartFile.all(
                List.of(file, CsvOutput.beside(file, "rejected.ndjson"), CsvOutput.beside(file, "summary.json")), from);
        this.firms = parts.get(0);
        this.rejected = parts.get(1);
        this.summary = parts.get(2);
        this.conditions = CsvOutput.beside(file, "criteria.ndjson");
    }

    @Override
    public Writer writer() {
        return block -> lines(out -> {
            for (Screened firm : block.screened()) {
                firm(out, firm);
            }
        });
    }

    private interface Lines {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] lines(Lines lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
            lines.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void firm(JsonGenerator out, Screened firm) throws IOException {
        out.writeStartObject();
        out.writeStringField("sheet", firm.sheet());
        out.writeNumberField("row", firm.row());
        out.writeStringField("creditCode", firm.code());
        out.writeStringField("name", firm.name());
        out.writeObjectFieldStart("policies");
        for (int q = 0; q < firm.answers().length; q++) {
            Question question = words.judge().questions().get(q);
            out.writeObjectFieldStart(question.policy().id());
            answer(out, question, firm.answers()[q]);
            extras(out, question, firm, q);
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void answer(JsonGenerator out, Question question, Answer answer) throws IOException {
        out.writeStringField("outcome", answer.outcome().map(Outcome::name).orElse("NOT_ASKED"));
        text(out, "result", answer.result());
        text(out, "edition", answer.edition());
        if (answer.subjects() != 1) {
            out.writeNumberField("subjects", answer.subjects());
            out.writeNumberField("likeIt", answer.likeIt());
        }
        numbers(out, "decisive", answer.decisive(), i -> question.parts().get(i));
        numbers(
                out,
                "missing",
                answer.missing(),
                i -> words.judge().fields().get(i).name());
        numbers(out, "wouldPassWithout", answer.passing(), i -> question.parts().get(i));
    }

    private static void text(JsonGenerator out, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.writeStringField(name, text);
        }
    }

    private static void numbers(
            JsonGenerator out, String name, long[] bits, java.util.function.IntFunction<String> word)
            throws IOException {
        if (Bits.empty(bits)) {
            return;
        }
        out.writeArrayFieldStart(name);
        for (int w = 0; w < bits.length * Long.SIZE; w++) {
            if (Bits.has(bits, w)) {
                out.writeString(word.apply(w));
            }
        }
        out.writeEndArray();
    }

    private static void extras(JsonGenerator out, Question question, Screened firm, int q) throws IOException {
        for (Screened.Benefit benefit : firm.benefits()) {
            if (benefit.question() == q && benefit.yuan().isPresent()) {
                out.writeStringField("yuan", benefit.yuan().get().toPlainString());
            }
        }
        for (Screened.NearMiss miss : firm.nearMisses()) {
            if (miss.question() == q && !miss.gap().isEmpty()) {
                out.writeStringField("gap:" + question.parts().get(miss.part()), miss.gap());
            }
        }
    }

    /** What the ids of conditions stand for. */
    private void conditions(Summary result) throws IOException {
        List<String> names = List.of("criterion", "policy", "claim", "document", "clause", "seen");
        try (PartFile file = new PartFile(conditions)) {
            ConditionText.each(
                    words,
                    result.tally(),
                    cells -> file.out().write(lines(out -> {
                        out.writeStartObject();
                        fields(out, names, cells);
                        out.writeNumberField("stops", Long.parseLong(cells.get(names.size())));
                        out.writeNumberField("wouldPass", Long.parseLong(cells.get(names.size() + 1)));
                        out.writeEndObject();
                        out.writeRaw('\n');
                    })));
            file.finish();
        }
    }

    private byte[] rejection(Rejection rejection) {
        List<String> names = List.of("sheet", "row", "column", "value", "reason", "remedy");
        return line(names, RejectedText.cells(words, rejection));
    }

    /** The first cells, as many as there are names. */
    private static void fields(JsonGenerator out, List<String> names, List<String> cells) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            out.writeStringField(names.get(i), cells.get(i));
        }
    }

    private static byte[] line(List<String> names, List<String> cells) {
        return lines(out -> {
            out.writeStartObject();
            fields(out, names, cells);
            out.writeEndObject();
            out.writeRaw('\n');
        });
    }

    @Override
    public void accept(Block block, byte[] bytes) throws IOException {
        firms.out().write(bytes);
        for (Rejection rejection : block.rejections()) {
            rejected.out().write(rejection(rejection));
        }
    }

    @Override
    public List<Written> mark() throws IOException {
        return PartFile.marks(List.of(firms, rejected, summary));
    }

    @Override
    public void finish(Summary result) throws IOException {
        for (Rejection rejection : result.relatedRejections()) {
            rejected.out().write(rejection(rejection));
        }
        summary.out().write(SummaryJson.write(words, result).getBytes(StandardCharsets.UTF_8));
        conditions(result);
        for (PartFile file : List.of(rejected, summary, firms)) {
            file.finish();
        }
    }

    @Override
    public void close() throws IOException {
        for (PartFile file : List.of(firms, rejected, summary)) {
            file.close();
        }
    }
}
