package org.huiqi.cli;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves the HTTP API until the process is ended. */
@Command(
        name = "serve",
        description = {
            "启动 HTTP 服务。Serve the HTTP API.",
            "用 --rules 时监视该目录:改好的规则库自动启用,有问题的不启用,原因见 /health。"
                    + "With --rules the folder is watched: a changed pack in order replaces the one served, another does not; see /health."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;
    private static final int MOST_DAYS = 36_500;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "监听地址,默认只限本机。Address to listen on; by default this machine only.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "端口,默认8080;0 表示任选空闲端口。Port, default 8080; 0: any free one.")
    private int port;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            description = "用例目录:规则库通过用例才启用。Test cases that a pack must pass before it is served.")
    private @Nullable Path cases;

    @Option(
            names = "--behind-proxy",
            description = "前面有 https 反向代理:Cookie 只走 https,客户端地址取自 X-Forwarded-For。"
                    + "An https proxy stands in front: cookies are Secure, clients are those of X-Forwarded-For.")
    private boolean proxied;

    @Option(
            names = "--keep-jobs",
            paramLabel = "DAYS",
            description = "筛查任务结束这么多天后,删除其名单和结果,只留记录;默认一直保留,由经办人删除。"
                    + "So many days after the end of a screening its list and results are deleted, its record stays; "
                    + "by default they are kept until an officer deletes them.")
    private @Nullable Integer keepJobs;

    @Override
    public Integer call() {
        check();
        Serving.Options options = new Serving.Options(
                host,
                port,
                root.rules(),
                Optional.ofNullable(cases),
                Optional.of(root.ledgerPlace()),
                proxied,
                Optional.ofNullable(keepJobs).map(Duration::ofDays));
        try {
            root.serving().serve(options, new Told());
        } catch (BindException taken) {
            throw new InvalidInputException(List.of(cannotListen()));
        } catch (InvalidInputException | IllegalArgumentException refused) {
            throw new HuiqiCommand.RulesRefusedException(refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return HuiqiCommand.DONE;
    }

    private void check() {
        Arguments arguments = new Arguments();
        if (port < 0 || port > MAX_PORT) {
            arguments.wrong(
                    "--port",
                    new Text("没有端口 " + port, "there is no port " + port),
                    new Text("可用 0 至 " + MAX_PORT + "。", "0 to " + MAX_PORT + "."));
        }
        if (keepJobs != null && (keepJobs < 1 || keepJobs > MOST_DAYS)) {
            arguments.wrong(
                    "--keep-jobs",
                    new Text("不能保留 " + keepJobs + " 天", "jobs cannot be kept for " + keepJobs + " days"),
                    new Text(
                            "可用 1 至 " + MOST_DAYS + ";不写就一直保留。",
                            "1 to " + MOST_DAYS + "; left out, they are kept for good."));
        }
        if (cases != null && !Files.isDirectory(cases)) {
            arguments.wrong(
                    "--cases",
                    new Text("没有“" + cases + "”这个文件夹", "there is no folder '" + cases + "'"),
                    new Text("", ""));
        }
        arguments.check();
    }

    private Problem cannotListen() {
        return new Problem(
                "--host, --port",
                new Text("不能在 " + host + ":" + port + " 监听", "cannot listen on " + host + ":" + port),
                new Text("端口可能已被占用,请换一个或用 --port 0。", "The port may be taken: try another, or --port 0."));
    }

    /** On stdout, so that a script can read the address of a free port. */
    private final class Told implements Serving.Progress {
        @Override
        public void listening(String url) {
            root.out()
                    .println(root.say(
                            "惠企在 " + url + " 监听,正在准备规则库", "huiqi listens on " + url + ", preparing the rule book"));
        }

        @Override
        public void ready(RuleBook book) {
            int policies = book.policies().size();
            int criteria = book.rules().criteria().size();
            root.out()
                    .println(root.say(
                            "就绪:" + policies + "项政策," + criteria + "个条件",
                            "ready: " + policies + " policies, " + criteria + " criteria"));
        }
    }
}
