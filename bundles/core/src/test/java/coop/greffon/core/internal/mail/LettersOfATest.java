package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.ModuleInfo.LetterInfo;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import coop.greffon.testing.TestStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The letters of one module that is called {@code t}. */
final class LettersOfATest {
    private LettersOfATest() {}

    static DatabaseLetters of(TestStore store, Clock clock, LetterInfo... letters) {
        var info = new ModuleInfo("t", "tools", null, null, null, List.of(letters), null, null);
        return new DatabaseLetters(
                store.jpa("core"),
                new OneModule(new Module("t", "1.0.0", ModuleState.RUNNING, null, info)),
                new KeyMessages(),
                new NamedCoop("Chez Léa & Co"),
                new JpaAudit(store.jpa("core"), clock),
                clock);
    }

    private record OneModule(Module module) implements Modules {
        @Override
        public List<Module> installed() {
            return List.of(module);
        }

        @Override
        public Optional<Module> find(String id) {
            return Optional.of(module).filter(one -> one.id().equals(id));
        }
    }
}
