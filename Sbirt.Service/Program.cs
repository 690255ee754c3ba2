using Sbirt.Service.Commands;

return await SbirtCommandLine.Create().Parse(args).InvokeAsync(SbirtCommandLine.Running);
