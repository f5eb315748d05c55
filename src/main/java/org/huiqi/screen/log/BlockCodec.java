package org.huiqi.screen.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.problem.Text;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Screened;

/** A block as bytes: the same block, the same bytes. Each answer is written once per block. */
public final class BlockCodec {
    /** Another one whenever bytes written before can no longer be read: what an older build left behind is then screened anew. */
    static final int FORMAT = 3;

    private BlockCodec() {}

    public static byte[] write(Block block) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(block.number());
            text(out, block.sheet());
            out.writeInt(block.read());
            out.writeInt(block.rejected());
            out.writeInt(block.skipped());
            out.writeInt(block.rechecked());
            answers(out, block);
            out.writeInt(block.rejections().size());
            for (Rejection rejection : block.rejections()) {
                rejection(out, rejection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void answers(DataOutputStream out, Block block) throws IOException {
        Map<Answer, Integer> known = new LinkedHashMap<>();
        block.screened().forEach(f -> {
            for (Answer answer : f.answers()) {
                known.putIfAbsent(answer, known.size());
            }
        });
        out.writeInt(known.size());
        for (Answer answer : known.keySet()) {
            answer.write(out);
        }
        out.writeInt(block.screened().size());
        for (Screened firm : block.screened()) {
            firm(out, firm, known);
        }
    }

    private static void firm(DataOutputStream out, Screened firm, Map<Answer, Integer> known) throws IOException {
        out.writeLong(firm.row());
        text(out, firm.code());
        text(out, firm.name());
        out.writeInt(firm.answers().length);
        for (Answer answer : firm.answers()) {
            out.writeInt(known.get(answer));
        }
        out.writeInt(firm.benefits().size());
        for (Screened.Benefit benefit : firm.benefits()) {
            out.writeInt(benefit.question());
            text(out, benefit.yuan().map(BigDecimal::toString).orElse(""));
        }
        out.writeInt(firm.nearMisses().size());
        for (Screened.NearMiss miss : firm.nearMisses()) {
            out.writeInt(miss.question());
            out.writeInt(miss.part());
            text(out, miss.gap());
        }
    }

    private static void rejection(DataOutputStream out, Rejection rejection) throws IOException {
        out.writeLong(rejection.row());
        text(out, rejection.column());
        text(out, rejection.value());
        text(out, rejection.reason().zh());
        text(out, rejection.reason().en());
        text(out, rejection.remedy().zh());
        text(out, rejection.remedy().en());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static Block read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long number = in.readLong();
            String sheet = text(in);
            int read = in.readInt();
            int rejected = in.readInt();
            int skipped = in.readInt();
            int rechecked = in.readInt();
            Answer[] answers = new Answer[in.readInt()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = Answer.read(in);
            }
            List<Screened> firms = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                firms.add(firm(in, sheet, answers));
            }
            List<Rejection> rejections = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                rejections.add(rejection(in, sheet));
            }
            return Block.of(number, sheet, read, rejected, skipped, rechecked, firms, rejections);
        } catch (IOException e) {
            throw new UncheckedIOException("not a block of this program", e);
        }
    }

    private static Screened firm(DataInputStream in, String sheet, Answer[] known) throws IOException {
        long row = in.readLong();
        String code = text(in);
        String name = text(in);
        Answer[] answers = new Answer[in.readInt()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = known[in.readInt()];
        }
        List<Screened.Benefit> benefits = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int question = in.readInt();
            String yuan = text(in);
            benefits.add(new Screened.Benefit(
                    question, yuan.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(yuan))));
        }
        List<Screened.NearMiss> misses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            misses.add(new Screened.NearMiss(in.readInt(), in.readInt(), text(in)));
        }
        return new Screened(sheet, row, code, name, answers, benefits, misses);
    }

    private static Rejection rejection(DataInputStream in, String sheet) throws IOException {
        return new Rejection(
                sheet, in.readLong(), text(in), text(in), new Text(text(in), text(in)), new Text(text(in), text(in)));
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
