// Runs a command with its output thrown away and prints its exit status, wall
// time and processor time in milliseconds and peak memory in kilobytes.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execvp(argv[1], argv + 1);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double, std::milli> spent =
      std::chrono::steady_clock::now() - start;
  const auto milliseconds = [](const timeval& time) {
    return 1e3 * static_cast<double>(time.tv_sec) +
           1e-3 * static_cast<double>(time.tv_usec);
  };
  std::printf("%d %.3f %.3f %ld\n",
              WIFEXITED(status) ? WEXITSTATUS(status) : 128, spent.count(),
              milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
              used.ru_maxrss);
}
