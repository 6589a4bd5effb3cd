package coop.greffon.core.internal.shell;

import coop.greffon.core.setting.SettingAdministration;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the settings of the module named just before. */
@Service
public final class SettingKeys implements Completer {
    @Reference
    private SettingAdministration settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var keys = new StringsCompleter();
        String[] words = line.getArguments();
        int before = line.getCursorArgumentIndex() - 1;
        if (before >= 0 && before < words.length) {
            settings.groups().stream()
                    .filter(group -> group.module().equals(words[before]))
                    .flatMap(group -> group.settings().stream())
                    .forEach(state -> keys.getStrings().add(state.info().key()));
        }
        return keys.complete(session, line, candidates);
    }
}
