return await Sen.Web.Commands.SenCommands.RunAsync(args);
