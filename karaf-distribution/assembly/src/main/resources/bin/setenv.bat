@echo off
rem Read by the scripts beside it before they start Java: checks that it is a Java 17 and says how much memory Greffon may use.

rem What Greffon may use for its data; raise it for a co-op of more than 20,000 members.
if "%GREFFON_HEAP%" == "" set GREFFON_HEAP=256m
rem The compiler that makes the fastest code waits until a method has run ten times as often as usual: while Greffon
rem starts, it took more of the processor than Greffon itself.
set GREFFON_JIT=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000
rem What an import or an export took is given back to the machine when Greffon rests, not kept for the next one. This
rem collector does so by itself; on a machine with one processor the JVM would take another one, which never does.
set GREFFON_GC=-XX:+UseG1GC -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=20 -XX:G1PeriodicGCInterval=30000
set EXTRA_JAVA_OPTS=-Xmx%GREFFON_HEAP% %GREFFON_JIT% %GREFFON_GC% %EXTRA_JAVA_OPTS%

if "%JAVA_HOME%" == "" goto :EOF
if not exist "%JAVA_HOME%\release" goto :EOF
findstr /B /C:"JAVA_VERSION=\"17" "%JAVA_HOME%\release" > nul && goto :EOF
echo Greffon needs a Java 17: %JAVA_HOME% is another version. Set JAVA_HOME to a Java 17 and start again.
exit 1
