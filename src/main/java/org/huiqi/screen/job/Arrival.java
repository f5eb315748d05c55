package org.huiqi.screen.job;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiqi.ledger.job.Job;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.screen.log.Disk;

/** A list on its way in. Until it is complete its folder has another name, and goes if nothing comes of it. */
final class Arrival implements AutoCloseable {
    private static final String MARK = "arriving-";
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_NAME = 120;
    private final Path jobs;
    private final String id;
    private final String name;
    private final Path part;

    private Arrival(Path jobs, String id, String name, Path part) {
        this.jobs = jobs;
        this.id = id;
        this.name = name;
        this.part = part;
    }

    /** @throws InvalidInputException if lists of this name cannot be read */
    static Arrival begin(Path jobs, String name) throws IOException {
        if (JobFolder.ending(name).isEmpty()) {
            throw new InvalidInputException(List.of(unknown(name)));
        }
        String id = UUID.randomUUID().toString();
        return new Arrival(jobs, id, shown(name), room(() -> Files.createDirectory(jobs.resolve(MARK + id))));
    }

    private static Problem unknown(String name) {
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(xls|xlsb|xlsm|ods|et|numbers)")) {
            return new Problem(
                    "name",
                    new Text("“" + name + "”不是 .xlsx 工作簿", "'" + name + "' is no .xlsx workbook"),
                    new Text(
                            "请用 Excel 或 WPS 打开,另存为 .xlsx 再传。",
                            "Open it in Excel or WPS, save it as .xlsx and send that."));
        }
        return new Problem(
                "name",
                new Text("不知道“" + name + "”是哪种文件", "cannot tell what kind of file '" + name + "' is"),
                new Text(
                        "文件名请以 .xlsx、.csv、.tsv、.ndjson 或 .parquet 结尾。",
                        "End its name with .xlsx, .csv, .tsv, .ndjson or .parquet."));
    }

    /** A name as it may be kept and shown: nothing in it steers a terminal, a browser or a database, and it is as long as names are. */
    private static String shown(String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        String plain = name.substring(0, name.length() - ending.length()).replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "_");
        int letters = plain.codePointCount(0, plain.length());
        return letters <= LONGEST_NAME
                ? plain + ending
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)) + "…" + ending;
    }

    static boolean unfinished(Path folder) {
        return folder.getFileName().toString().startsWith(MARK);
    }

    /** Of the job a folder is for. */
    static String id(Path unfinished) {
        return unfinished.getFileName().toString().substring(MARK.length());
    }

    String id() {
        return id;
    }

    private interface Writing<T> {
        T run() throws IOException;
    }

    /** Tells trouble with writing from trouble with what comes. */
    private static <T> T room(Writing<T> writing) throws NoRoomException {
        try {
            return writing.run();
        } catch (IOException e) {
            throw new NoRoomException(e);
        }
    }

    Job.File read(InputStream list, long most) throws IOException {
        MessageDigest digest = sha256();
        Path file = room(() -> JobFolder.list(part, name));
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (FileChannel channel = room(() -> FileChannel.open(file, CREATE, WRITE));
                OutputStream out = Channels.newOutputStream(channel)) {
            for (int read = list.read(chunk); read >= 0; read = list.read(chunk)) {
                size += read;
                if (size > most) {
                    throw new TooLargeException();
                }
                int length = read;
                digest.update(chunk, 0, length);
                room(() -> {
                    out.write(chunk, 0, length);
                    return length;
                });
            }
            room(() -> forced(channel, file));
        }
        return new Job.File(name, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whoever is told that the list has arrived finds it there after a power cut too. */
    private boolean forced(FileChannel channel, Path file) throws IOException {
        channel.force(true);
        Disk.forceFolder(file.getParent());
        Disk.forceFolder(part);
        Disk.forceFolder(jobs);
        return true;
    }

    /** To be called once the job is on record. */
    void finish() throws NoRoomException {
        room(() -> finish(part));
    }

    /** A list that had arrived, and whose job was on record, when the process ended. */
    static Path finish(Path arrived) throws IOException {
        Path folder = arrived.resolveSibling(id(arrived));
        Files.move(arrived, folder, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(folder.getParent());
        return folder;
    }

    @Override
    public void close() throws IOException {
        JobFolder.delete(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
