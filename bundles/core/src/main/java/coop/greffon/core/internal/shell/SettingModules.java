package coop.greffon.core.internal.shell;

import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingGroup;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes modules that have settings. */
@Service
public final class SettingModules implements Completer {
    @Reference
    private SettingAdministration settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = new StringsCompleter();
        settings.groups().stream().map(SettingGroup::module).forEach(names.getStrings()::add);
        return names.complete(session, line, candidates);
    }
}
