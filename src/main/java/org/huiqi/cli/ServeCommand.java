package org.huiqi.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** Serves the HTTP API until the process is ended. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "启动 HTTP 服务。Serve the HTTP API. With --rules the folder is watched: a changed pack that is in order"
                        + " replaces the one served, one that is not leaves it in place (see /health).")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @picocli.CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private picocli.CommandLine.Model.CommandSpec spec;

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
            description = "端口,0 表示任选空闲端口。Port; 0: any free one.")
    private int port;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            description = "用例目录:规则库须先通过用例才启用。Test cases that a pack must pass before it is served.")
    private @Nullable Path cases;

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port " + port + ": 0–65535");
        }
        try {
            root.serving().serve(new Serving.Options(host, port, root.rules(), Optional.ofNullable(cases)), new Told());
        } catch (InvalidInputException | IllegalArgumentException refused) {
            throw new HuiqiCommand.RulesRefusedException(refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return HuiqiCommand.DONE;
    }

    /** On stdout, so that a script can read the address of a free port. */
    private final class Told implements Serving.Progress {
        @Override
        public void listening(String url) {
            say(new Text("惠企在 " + url + " 监听,正在准备规则库", "huiqi listens on " + url + ", preparing the rule book"));
        }

        @Override
        public void ready(RuleBook book) {
            int policies = book.policies().size();
            int criteria = book.rules().criteria().size();
            say(new Text(
                    "就绪:" + policies + "项政策," + criteria + "个条件",
                    "ready: " + policies + " policies, " + criteria + " criteria"));
        }

        private void say(Text text) {
            root.out().println(text.in(root.lang()));
        }
    }
}
