package org.huiqi.screen.job;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.problem.Text;

/**
 * What kept a job from reading or writing its files, told to officers: what happened and who can do what about it. Where on the server the files
 * are is for its log only.
 */
enum DiskTrouble {
    FULL(
            new Text(
                    "服务器的磁盘已满,结果没有写完。请管理员清理磁盘,再重新上传名单。",
                    "The server's disk is full and the results are incomplete. Ask the administrator to make room, then send the list again."),
            "no space left",
            "quota exceeded",
            "file too large"),
    REFUSED(
            new Text(
                    "服务器不许程序写存放任务的目录。请管理员检查目录的权限和磁盘是否只读,再重新上传名单。",
                    "The server does not let the program write where jobs are kept. Ask the administrator to check the folder's permissions and whether the disk is read-only, then send the list again."),
            "permission denied",
            "read-only file system",
            "not permitted"),
    GONE(
            new Text(
                    "任务的文件在服务器上不见了,可能被清理过。请重新上传名单。",
                    "The job's files are gone from the server; they may have been cleared away. Send the list again."),
            "no such file"),
    OTHER(
            new Text(
                    "服务器上读写任务的文件时出错。请管理员看服务器日志,再重新上传名单。",
                    "A file of this job could not be read or written on the server. Ask the administrator to see the server's log, then send the list again."));

    private final Text told;
    private final List<String> signs;

    DiskTrouble(Text told, String... signs) {
        this.told = told;
        this.signs = List.of(signs);
    }

    Text told() {
        return told;
    }

    /** By the kind of the exception or of what caused it, else by what the operating system said. */
    static DiskTrouble of(Exception e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .map(DiskTrouble::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(OTHER);
    }

    private static Optional<DiskTrouble> known(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return Optional.of(GONE);
        }
        if (e instanceof AccessDeniedException) {
            return Optional.of(REFUSED);
        }
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(t -> t.signs.stream().anyMatch(said::contains))
                .findFirst();
    }
}
