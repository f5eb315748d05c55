package org.huiqi.cli;

import picocli.CommandLine.Option;

/** The option of help, with a bilingual description. */
final class Help {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助。Show this help.")
    private boolean help;
}
