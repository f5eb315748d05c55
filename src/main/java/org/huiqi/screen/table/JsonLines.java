package org.huiqi.screen.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.profile.ProfileText;

/** A file with one JSON object a line: a profile with {@code creditCode}. */
final class JsonLines implements Sheet {
    private static final int LONGEST = ProfileText.MAX_BYTES;
    private final Path file;

    JsonLines(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public boolean rectangular() {
        return false;
    }

    @Override
    public Rows open() {
        try {
            Counted in = Counted.open(file);
            return new Lines(in, new BufferedReader(TextEncoding.of(file).open(in), 1 << 16));
        } catch (IOException e) {
            throw Tables.unreadable(name(), e);
        }
    }

    private final class Lines implements Rows {
        private final BufferedReader reader;
        private final Counted in;
        private long number;
        private Optional<String> next = Optional.empty();

        Lines(Counted in, BufferedReader reader) {
            this.in = in;
            this.reader = reader;
        }

        @Override
        public double share() {
            return in.share();
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty()) {
                next = line();
            }
            return next.isPresent();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String line = next.orElseThrow();
            next = Optional.empty();
            number++;
            return row(line);
        }

        private Row row(String line) {
            if (line.isBlank()) {
                return new Row.Json(number, Optional.empty(), "", "");
            }
            try {
                JsonNode tree = ProfileText.json(line.getBytes(StandardCharsets.UTF_8));
                return new Row.Json(number, Optional.of(tree), line, "");
            } catch (InvalidInputException e) {
                return new Row.Json(
                        number, Optional.empty(), line, e.problems().get(0).in(Lang.ZH));
            }
        }

        /** A line as long as anybody can mean; {@code readLine} would take a whole file without line ends into memory. */
        private Optional<String> line() {
            try {
                StringBuilder line = new StringBuilder();
                int c = reader.read();
                boolean any = c >= 0;
                while (c >= 0 && c != '\n') {
                    line.append((char) c);
                    bound(line);
                    c = reader.read();
                }
                return any ? Optional.of(line.toString()) : Optional.empty();
            } catch (IOException e) {
                throw Tables.unreadable(name(), e);
            }
        }

        private void bound(StringBuilder line) {
            if (line.length() > LONGEST) {
                throw Tables.refused(
                        name() + ":" + (number + 1),
                        "这一行过长",
                        "this line is too long",
                        "每行一家企业,最多" + LONGEST + "字。",
                        "One enterprise a line, at most " + LONGEST + " characters.");
            }
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw Tables.unreadable(name(), e);
            }
        }
    }
}
