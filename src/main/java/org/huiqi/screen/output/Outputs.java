package org.huiqi.screen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Written;

/** Opens an output by the ending of its name. */
public final class Outputs {
    private Outputs() {}

    /** What a result may be written as. */
    public enum Format {
        XLSX,
        CSV,
        NDJSON,
        PARQUET;

        /** Whether near misses say how far they are, unasked: not in what is written for its speed. */
        public boolean saysGaps() {
            return this == XLSX || this == NDJSON;
        }
    }

    /** @throws InvalidInputException if the ending names no format, or the folder is none */
    public static Format format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return folder(file, format);
            }
        }
        throw refused(
                file,
                "不知道写成哪种格式",
                "cannot tell the format",
                "请用 .xlsx、.csv、.ndjson 或 .parquet 结尾。",
                "End the name with .xlsx, .csv, .ndjson or .parquet.");
    }

    private static Format folder(Path file, Format format) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(file, "没有这个文件夹", "no such folder", "请先建好文件夹。", "Create the folder first.");
        }
        return format;
    }

    private static InvalidInputException refused(Path file, String zh, String en, String wayZh, String wayEn) {
        return new InvalidInputException(
                List.of(new Problem(file.toString(), new Text(zh, en), new Text(wayZh, wayEn))));
    }

    public static Output open(Path file, Judge judge, Lang lang) throws IOException {
        return open(file, judge, lang, List.of());
    }

    /** {@code from}: what an earlier process has written; empty: begins anew. */
    public static Output open(Path file, Judge judge, Lang lang, List<Written> from) throws IOException {
        return switch (format(file)) {
            case XLSX -> new WorkbookOutput(file, judge, lang, from);
            case CSV -> new CsvOutput(file, judge, lang, from);
            case NDJSON -> new NdjsonOutput(file, judge, lang, from);
            case PARQUET -> new ParquetOutput(file, judge, lang, from);
        };
    }
}
