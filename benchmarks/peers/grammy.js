// A bot on grammY that answers one of thirty commands: `program.js API`.
// Prints the port it listens on; `GET /spent` answers the seconds of processor time used so far.
const http = require("http");
const { Bot, webhookCallback } = require("grammy");

const botInfo = {
  id: 123456, is_bot: true, first_name: "Palier", username: "palier_bot",
  can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false,
};
const bot = new Bot("123456:none", { botInfo, client: { apiRoot: process.argv[2] } });
for (let number = 0; number < 30; number++) {
  bot.command(`verbe${number}`, (context) => context.reply(`Reçu : ${context.match}`));
}
const receive = webhookCallback(bot, "http", { secretToken: "secret" });
const server = http.createServer((request, response) => {
  if (request.url !== "/spent") return receive(request, response);
  const { user, system } = process.cpuUsage();
  response.end(JSON.stringify((user + system) / 1e6));
});
server.keepAliveTimeout = 600_000; // the other bots are measured meanwhile
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
