package org.huiqi.screen.output;

import java.io.IOException;
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

/** Keeps the blocks in a log until all are there, since a workbook begins with its summary; then writes sheet after sheet. */
public final class WorkbookOutput implements Output {
    private final Words words;
    private final Path kept;
    private final BlockLog log;
    private final PartFile file;

    WorkbookOutput(Path file, Judge judge, Lang lang) throws IOException {
        this.words = new Words(judge, lang);
        this.file = new PartFile(file);
        this.kept = Files.createTempFile("huiqi-screening", ".log");
        this.log = BlockLog.open(kept);
    }

    /** Writes a workbook from the log of a job. */
    public static void write(Path file, BlockLog log, Summary summary, Judge judge, Lang lang) throws IOException {
        try (PartFile part = new PartFile(file)) {
            write(part, new WorkbookWriter(new Words(judge, lang), log, summary));
        }
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
    public void finish(Summary summary) throws IOException {
        write(file, new WorkbookWriter(words, log, summary));
    }

    private static void write(PartFile file, WorkbookWriter writer) throws IOException {
        List<Chart> charts = writer.write(file.out());
        file.finish(written -> ChartParts.insert(written, charts));
    }

    @Override
    public void close() throws IOException {
        log.close();
        Files.deleteIfExists(kept);
        file.close();
    }
}
