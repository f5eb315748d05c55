package org.huiqi.screen.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huiqi.problem.Lang;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.log.BlockCodec;
import org.huiqi.screen.log.BlockLog;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Written;

/** Keeps the blocks in a log until all are there, since a workbook begins with its summary; then writes sheet after sheet. */
public final class WorkbookOutput implements Output {
    private final Words words;
    private final Path place;
    private final Path kept;
    private final BlockLog log;
    private final PartFile file;

    WorkbookOutput(Path file, Judge judge, Lang lang, List<Written> from) throws IOException {
        this.words = new Words(judge, lang);
        this.place = file;
        this.file = new PartFile(file);
        this.kept = file.resolveSibling(file.getFileName() + ".part.log");
        this.log = BlockLog.open(kept, from.isEmpty() ? 0 : from.get(0).length());
    }

    /** Writes a workbook from the log of a job. */
    public static void write(Path file, BlockLog log, Summary summary, Judge judge, Lang lang) throws IOException {
        try (PartFile part = new PartFile(file)) {
            write(file, part, new WorkbookWriter(new Words(judge, lang), log, summary));
        }
    }

    /** The same content, the same bytes. */
    private static void write(Path file, PartFile part, WorkbookWriter writer) throws IOException {
        Path dated = file.resolveSibling(file.getFileName() + ".part.xlsx");
        try {
            List<Chart> charts;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dated), 1 << 20)) {
                charts = writer.write(out);
            }
            Timeless.copy(dated, part.out(), charts);
        } finally {
            Files.deleteIfExists(dated);
        }
        part.finish();
    }

    @Override
    public Writer writer() {
        return BlockCodec::write;
    }

    @Override
    public void accept(Block block, byte[] bytes) throws IOException {
        log.append(bytes);
    }

    @Override
    public List<Written> mark() throws IOException {
        log.force();
        return List.of(new Written(kept.getFileName().toString(), log.length()));
    }

    @Override
    public void finish(Summary summary) throws IOException {
        write(place, file, new WorkbookWriter(words, log, summary));
    }

    @Override
    public void close() throws IOException {
        log.close();
        Files.deleteIfExists(kept);
        file.close();
    }
}
